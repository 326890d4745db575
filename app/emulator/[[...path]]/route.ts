import { emulator } from '@/lib/stripe/connect'

/** The emulator's pages and API, for browsers and curl; 404 where Stripe is real. */
async function forward(request: Request) {
  const inside = await emulator()
  if (!inside) return new Response('Not found', { status: 404 })
  const url = new URL(request.url)
  url.pathname = url.pathname.replace(/^\/emulator/, '') || '/'
  return inside.fetch(new Request(url, request))
}

export { forward as DELETE, forward as GET, forward as POST }
