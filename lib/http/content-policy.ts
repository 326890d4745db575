const DEVELOPMENT = process.env.NODE_ENV === 'development'

/**
 * What a page may load, for a page whose own scripts carry `nonce`. In development React makes stack traces by eval,
 * and Next's tools bring inline styles.
 */
export function contentPolicy(nonce: string) {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${DEVELOPMENT ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ].join('; ')
}
