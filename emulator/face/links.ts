export type Links = ReturnType<typeof linksOf>

/** Every address of the pages, below wherever they are mounted (`http://localhost:3000/emulator` gives `/emulator`). */
export function linksOf(origin: string) {
  const base = new URL(origin).pathname.replace(/\/$/, '')
  const invoice = (token: string) => `${base}/invoices/${encodeURIComponent(token)}`
  return {
    home: base || '/',
    css: `${base}/face.css`,
    font: `${base}/face.woff2`,
    outbox: `${base}/outbox`,
    email: (id: string) => `${base}/outbox/${encodeURIComponent(id)}`,
    invoice,
    pay: (token: string) => `${invoice(token)}/pay`,
    pdf: (token: string) => `${invoice(token)}/pdf`,
    events: (account: string) => `${base}/events/${encodeURIComponent(account)}`,
    object: (account: string, id: string) =>
      `${base}/objects/${encodeURIComponent(account)}/${encodeURIComponent(id)}`,
    deliver: (id: string) => `${base}/deliveries/${encodeURIComponent(id)}`,
    faults: `${base}/faults`,
  }
}
