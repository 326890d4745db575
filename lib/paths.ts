import type { Route } from 'next'

/** Every address of the app, in one place. */
export const paths = {
  home: '/' as Route,
  signIn: '/sign-in' as Route,
  signUp: '/sign-up' as Route,
  welcome: '/welcome' as Route,
  invoices: '/invoices' as Route,
  newInvoice: '/invoices/new' as Route,
  newDraft: (id: string, clientId: string) =>
    `/invoices/new?${new URLSearchParams({ draft: id, ...(clientId && { client: clientId }) })}` as Route,
  invoice: (id: string) => `/invoices/${id}` as Route,
  editInvoice: (id: string) => `/invoices/${id}/edit` as Route,
  reviewInvoice: (id: string) => `/invoices/${id}/review` as Route,
  clients: '/clients' as Route,
  newInvoiceFor: (clientId: string) => `/invoices/new?client=${clientId}` as Route,
  newClient: '/clients/new' as Route,
  client: (id: string) => `/clients/${id}` as Route,
  account: '/account' as Route,
  outbox: '/emulator/outbox',
  api: {
    invoices: '/api/invoices',
    invoice: (id: string) => `/api/invoices/${id}`,
    clients: '/api/clients',
    live: '/api/live',
    pay: (id: string) => `/api/invoices/${id}/pay`,
    payLink: (id: string) => `/api/invoices/${id}/pay-link`,
    pdf: (id: string) => `/api/invoices/${id}/pdf`,
    stripeWebhook: '/api/webhooks/stripe',
  },
} as const
