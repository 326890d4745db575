import type { CardEntry, Desk, HostedInvoice, OutboxEmail, PayOutcome } from '../../desk'
import { aHostedInvoice, aPaidInvoice } from './hosted'
import { FINALIZED } from './invoice'

export const ORIGIN = 'http://localhost:3000/emulator'

/** A desk with one invoice under the token `tok`, paid by any card but those in `declines`. */
export function aDesk(hosted: HostedInvoice = aHostedInvoice(), declines: Record<string, PayOutcome> = {}) {
  let current = hosted
  const cards: CardEntry[] = []
  const orders: ReturnType<Desk['faults']> = []
  const delivered: string[] = []
  const desk: Desk = {
    origin: ORIGIN,
    now: () => FINALIZED + 86_400,
    setTimeZone: async () => {},
    invoiceByToken: (token) => (token === 'tok' ? current : undefined),
    payByCard: async (_token, card) => {
      cards.push(card)
      const refusal = declines[card.number]
      if (refusal) return refusal
      current = aPaidInvoice()
      return { ok: true, status: 'paid' }
    },
    outbox: () => [anEmail('receipt'), anEmail('invoice')],
    accounts: () => [current.account],
    invoices: () => [current.invoice],
    events: (_account, limit) =>
      [{ id: 'evt_1', type: 'invoice.finalized', created: FINALIZED }].slice(0, limit),
    object: (account, id) => (account === 'acct_1' && id === 'in_1' ? current.invoice : undefined),
    deliveries: () => [
      {
        id: 'dlv_1',
        account: 'acct_1',
        event: 'evt_1',
        eventType: 'invoice.finalized',
        endpoint: 'we_1',
        url: 'http://localhost:3000/api/webhooks/stripe',
        state: 'pending',
        attempts: 2,
        nextAttemptAt: FINALIZED * 1000,
        lastStatus: 500,
        lastError: null,
      },
    ],
    deliverNow: async (id) => {
      delivered.push(id)
    },
    orderFault: (order) => {
      orders.push({ ...order, left: order.times })
    },
    faults: () => orders,
  }
  return { desk, cards, orders, delivered }
}

function anEmail(kind: OutboxEmail['kind']): OutboxEmail {
  return {
    id: `mail_${kind}`,
    account: 'acct_1',
    to: 'mary@example.com',
    kind,
    invoice: 'in_1',
    token: 'tok',
    created: FINALIZED,
    subject: kind === 'invoice' ? 'Invoice ADA-0007 from Ada Studio' : 'Your receipt from Ada Studio',
  }
}
