import type { Admin, HostedCreditNote, HostedInvoice, PayOutcome } from '../../admin/admin'
import type { BankEntry, CardEntry } from '../../resources/payments/methods/entry'
import { aHostedInvoice, aPaidInvoice } from './hosted'
import { FINALIZED } from './invoice'
import { anIntent } from './payment'
import { ACCOUNT_ROWS, DELIVERIES, EMAILS } from './records'

export const ORIGIN = 'http://localhost:3000/emulator'

interface Given {
  /** Card numbers and IBANs that do not simply pay, with what comes of them. */
  outcomes?: Record<string, PayOutcome>
  creditNote?: HostedCreditNote
}

/**
 * Makes an admin interface with one invoice under the token `tok`, paid by whatever is not in `outcomes`. It notes
 * what it is asked.
 */
export function fakeAdmin(
  hosted: HostedInvoice = aHostedInvoice(),
  { outcomes = {}, creditNote }: Given = {},
) {
  let current = hosted
  const asked: {
    cards: CardEntry[]
    banks: BankEntry[]
    delivered: string[]
    answers: [intent: string, complete: boolean][]
    seconds: number[]
    debits: [intent: string, answer: 'settle' | 'fail'][]
    onboarded: string[]
  } = { cards: [], banks: [], delivered: [], answers: [], seconds: [], debits: [], onboarded: [] }
  const orders: ReturnType<Admin['faults']> = []
  const isTok = (token: string) => token === 'tok'
  const admin: Admin = {
    origin: ORIGIN,
    now: () => FINALIZED + 86_400,
    setTimeZone: async () => {},
    invoiceByToken: (token) => (isTok(token) ? current : undefined),
    creditNoteByToken: (token) => (isTok(token) ? creditNote : undefined),
    receipt: (charge) => {
      const paid = current.charge?.id === charge ? current.charge : undefined
      const invoice = { object: current.invoice, token: 'tok' }
      return paid && { account: current.account, charge: paid, refunds: [], invoice }
    },
    payByCard: async (_token, card) => {
      asked.cards.push(card)
      const outcome = outcomes[card.number]
      if (outcome) return outcome
      current = aPaidInvoice()
      return { ok: true, status: 'paid' }
    },
    payByBank: async (_token, bank) => {
      asked.banks.push(bank)
      const outcome = outcomes[bank.type === 'sepa_debit' ? bank.iban : bank.account_number]
      if (outcome) return outcome
      current = aHostedInvoice({}, { processing: true })
      return { ok: true, status: 'processing' }
    },
    authentication: (intent) =>
      intent === 'pi_1'
        ? { account: current.account, intent: anIntent(), invoice: { number: 'ADA-0007', token: 'tok' } }
        : undefined,
    authenticate: async (intent, complete) => {
      asked.answers.push([intent, complete])
      return { ok: true, status: 'paid' }
    },
    pendingDebits: () => [{ account: 'acct_1', intent: anIntent(), invoice: current.invoice }],
    settle: async (intent) => {
      asked.debits.push([intent, 'settle'])
    },
    fail: async (intent) => {
      asked.debits.push([intent, 'fail'])
    },
    outbox: () => EMAILS,
    accounts: () => [current.account],
    invoices: () => [current.invoice],
    events: (_account, limit) =>
      [{ id: 'evt_1', type: 'invoice.finalized', created: FINALIZED }].slice(0, limit),
    kinds: () => [{ kind: 'credit_note', count: 1 }],
    objects: (_account, kind, after) =>
      kind === 'credit_note' ? { rows: ACCOUNT_ROWS, ...(after ? {} : { next: 'cn_1' }) } : undefined,
    object: (account, id) => (account === 'acct_1' && id === 'in_1' ? current.invoice : undefined),
    deliveries: () => DELIVERIES,
    deliverNow: async (id) => {
      asked.delivered.push(id)
    },
    orderFault: (order) => {
      orders.push({ ...order, left: order.times })
    },
    faults: () => orders,
    secondsAhead: () => 90_000,
    advanceTime: async (seconds) => {
      asked.seconds.push(seconds)
    },
    testClocks: () => [],
    onboarding: (token) =>
      isTok(token)
        ? {
            account: current.account,
            over: asked.onboarded.includes(token),
            refreshUrl: 'https://app.example/again',
            returnUrl: 'https://app.example/back',
          }
        : undefined,
    completeOnboarding: async (token) => {
      asked.onboarded.push(token)
    },
  }
  return { admin, orders, ...asked }
}
