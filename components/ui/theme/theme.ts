import { clock } from '@/lib/clock'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_COOKIE = 'theme'
const YEAR_MS = 31_536_000_000

export function themeFrom(text: string | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system'
}

/** Shows a theme at once and keeps it for the next page, which the server then renders in it. */
export async function chooseTheme(theme: Theme) {
  document.documentElement.dataset.theme = theme
  const expires = clock.wall().getTime() + YEAR_MS
  // Browsers keep no cookie store on plain http away from localhost: the theme then lasts until the next page.
  await window.cookieStore?.set({ name: THEME_COOKIE, value: theme, path: '/', sameSite: 'lax', expires })
}
