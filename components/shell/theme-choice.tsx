'use client'

import { useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/icon'
import { chooseTheme, THEMES, type Theme, themeFrom } from '@/components/ui/theme'

const CHOICES = {
  system: { label: 'As the system', icon: 'monitor' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
} as const satisfies Record<Theme, unknown>

/** The document itself remembers the theme: the server writes it there, and so does a choice. */
export function ThemeChoice() {
  const theme = useSyncExternalStore(onThemeChange, shownTheme, () => 'system' as const)
  return (
    <fieldset className="mx-3 my-2 flex rounded border p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((name) => {
        const { label, icon } = CHOICES[name]
        return (
          <label
            key={name}
            title={label}
            className="motion grid h-7 grow cursor-pointer place-items-center rounded text-quiet has-checked:bg-wash has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={theme === name}
              onChange={() => chooseTheme(name)}
            />
            <Icon name={icon} />
            <span className="sr-only">{label}</span>
          </label>
        )
      })}
    </fieldset>
  )
}

function shownTheme() {
  return themeFrom(document.documentElement.dataset.theme)
}

function onThemeChange(listener: () => void) {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
