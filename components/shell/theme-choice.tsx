import { Icon } from '@/components/ui/icons/icon'
import type { IconName } from '@/components/ui/icons/icons'
import { THEMES, type Theme } from '@/components/ui/theme/theme'

const CHOICES: Record<Theme, { label: string; icon: IconName }> = {
  system: { label: 'As the system', icon: 'monitor' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
}

/** The themes to choose from, with the one that was chosen last; `useThemeChoice` hears the next choice. */
export function ThemeChoice({ chosen }: { chosen: Theme }) {
  return (
    <fieldset className="mx-3 my-2 flex rounded border p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((theme) => {
        const { label, icon } = CHOICES[theme]
        return (
          <label
            key={theme}
            title={label}
            className="motion grid h-7 grow cursor-pointer place-items-center rounded text-quiet has-checked:bg-wash has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              value={theme}
              defaultChecked={theme === chosen}
              className="sr-only"
            />
            <Icon name={icon} />
            <span className="sr-only">{label}</span>
          </label>
        )
      })}
    </fieldset>
  )
}
