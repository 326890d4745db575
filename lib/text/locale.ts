import 'server-only'
import { headers } from 'next/headers'
import { preferredLocale } from './preferred-locale'

/** How the reader writes numbers and dates, as the browser says it. */
export async function requestLocale() {
  return preferredLocale((await headers()).get('accept-language'))
}
