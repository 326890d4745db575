import { askEmulator } from '@/lib/stripe/connect'

/** The emulator's pages and API, for browsers and curl; 404 where Stripe is real. */
async function forward(request: Request) {
  const url = new URL(request.url)
  url.pathname = url.pathname.replace(/^\/emulator/, '') || '/'
  return (await askEmulator(new Request(url, request))) ?? new Response('Not found', { status: 404 })
}

export { forward as DELETE, forward as GET, forward as POST }
