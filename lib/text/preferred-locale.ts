export const DEFAULT_LOCALE = 'en-US'
const HEADER_MAX = 200

/** The first language of an Accept-Language header that Intl can write with Latin digits; else American English. */
export function preferredLocale(header: string | null) {
  for (const entry of (header ?? '').slice(0, HEADER_MAX).split(',')) {
    const locale = canonical(entry.split(';')[0]?.trim() ?? '')
    if (locale) return locale
  }
  return DEFAULT_LOCALE
}

function canonical(tag: string) {
  try {
    const format = new Intl.NumberFormat(tag).resolvedOptions()
    return format.numberingSystem === 'latn' && tag !== '*' ? format.locale : null
  } catch {
    return null
  }
}
