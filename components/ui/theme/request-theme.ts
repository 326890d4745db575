import 'server-only'
import { cookies } from 'next/headers'
import { THEME_COOKIE, themeFrom } from './theme'

/** The theme that this browser was told to show. */
export async function requestTheme() {
  return themeFrom((await cookies()).get(THEME_COOKIE)?.value)
}
