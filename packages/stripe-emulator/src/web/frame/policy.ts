import type { Context, MiddlewareHandler } from 'hono'

const POLICY =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** No script, nothing from elsewhere, and no cache unless the answer says otherwise. */
export const policy: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/** Allows a redirect of forms: a browser follows it only to where forms may go. */
export function allowFormTo(c: Context, urls: (string | undefined)[]) {
  const origins = urls.flatMap((url) => (url ? [new URL(url).origin] : []))
  c.header('Content-Security-Policy', [POLICY, ...origins].join(' '))
}

/** Returns the address if a browser may be sent there: the web's, never a script's. */
export function webAddress(url: string | null | undefined): string | undefined {
  return url && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : undefined
}
