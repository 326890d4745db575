export type Links = ReturnType<typeof linksOf>

/**
 * Returns every address of the pages, below wherever they are mounted (`http://localhost:3000/emulator` gives
 * `/emulator`).
 */
export function linksOf(origin: string) {
  const base = new URL(origin).pathname.replace(/\/$/, '')
  const below = (...segments: string[]) => `${base}/${segments.map(encodeURIComponent).join('/')}`
  return {
    home: base || '/',
    css: below('style.css'),
    font: below('font.woff2'),

    invoice: (token: string) => below('invoices', token),
    payWith: (token: string, method: string) => `${below('invoices', token)}?with=${method}`,
    pay: (token: string) => below('invoices', token, 'pay'),
    pdf: (token: string) => below('invoices', token, 'pdf'),
    authenticate: (intent: string) => below('authenticate', intent),
    receipt: (charge: string) => below('receipts', charge),
    onboarding: (token: string) => below('onboarding', token),

    outbox: below('outbox'),
    email: (id: string) => below('outbox', id),

    account: (id: string) => below('accounts', id),
    objects: (account: string, kind: string, after?: string) =>
      below('accounts', account, kind) + (after ? `?after=${encodeURIComponent(after)}` : ''),
    object: (account: string, id: string) => below('objects', account, id),
    time: below('time'),
    debit: (intent: string) => below('debits', intent),
    deliveries: below('deliveries'),
    deliver: (id: string) => below('deliveries', id),
    faults: below('faults'),
  }
}

/**
 * Returns the address of a link that the API gave, as seen from the pages: they may be open under another host name.
 */
export function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : '#'
}
