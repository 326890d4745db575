/**
 * True when a page of ours sent the request. Browsers put `Origin` on every POST, so one without it, or with `null`,
 * is refused (Next itself lets those pass). The origin must name the host that was asked for, or the configured one
 * where a proxy rewrites `Host`.
 */
export function isSameOrigin(headers: Headers, appUrl: string) {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  if (!origin || !URL.canParse(origin) || (site !== null && site !== 'same-origin')) return false
  const { host } = new URL(origin)
  return host !== '' && (host === headers.get('host') || host === new URL(appUrl).host)
}
