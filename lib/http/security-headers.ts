/** Sent with every answer, whoever made it: pages, redirects, routes, files. */
const SECURITY_HEADERS = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/** For what `proxy.ts` gives no nonce: data, files, ways to Stripe, and the page that says a file is missing. */
const WITHOUT_SCRIPTS = {
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
}

export function securityHeaders() {
  return [
    { source: '/:path*', headers: listed(SECURITY_HEADERS) },
    { source: '/api/:path*', headers: listed(WITHOUT_SCRIPTS) },
    { source: '/((?!emulator/).*\\..*)', headers: listed(WITHOUT_SCRIPTS) },
  ]
}

function listed(headers: Record<string, string>) {
  return Object.entries(headers).map(([key, value]) => ({ key, value }))
}
