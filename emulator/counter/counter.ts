import type { Desk, PayOutcome } from '../desk'
import { seen } from '../resources/invoices/seen'
import { Book } from '../state/book'
import { Change } from '../state/change'
import { ROOT } from '../state/ledger'
import type { Engine } from '../transport/engine'
import { keep } from '../transport/execute'
import { findObject } from './find-object'
import { openLink, toHosted } from './hosted'
import { payByCard } from './pay-by-card'

const RECENT_DELIVERIES = 200
const GONE: PayOutcome = {
  ok: false,
  code: 'resource_missing',
  message: 'This invoice can no longer be paid here.',
}

/** The desk over the running state: what the pages, the control panel and tests ask goes through here. */
export function counter(engine: Engine): Desk {
  const bookFor = (account: string) => openBook(engine, account)
  const accountIds = () => engine.ledger.accountIds()

  return {
    origin: engine.origin,
    now: engine.now,

    invoiceByToken: (token) => {
      const opened = openLink(token, bookFor)
      return opened && toHosted(opened)
    },

    payByCard: async (token, card) => {
      const opened = openLink(token, bookFor)
      if (!opened || opened.expiresAt <= engine.now()) return GONE
      const outcome = payByCard(opened, card)
      await keep(engine, opened.book.change.rows())
      return outcome
    },

    outbox: () =>
      accountIds()
        .flatMap((id) => [...engine.ledger.shelves(id).email.newestFirst()])
        .sort((a, b) => b.created - a.created),

    accounts: () => [...engine.ledger.shelves(ROOT).account.oldestFirst()].map(({ object }) => object),

    setTimeZone: async (account, timeZone) => {
      const book = openBook(engine, ROOT)
      const row = book.get('account', account)
      const settings = row?.object.settings
      if (!settings) return
      const dashboard = { ...settings.dashboard, timezone: timeZone }
      book.put('account', { ...row, object: { ...row.object, settings: { ...settings, dashboard } } })
      await keep(engine, book.change.rows())
    },

    invoices: (account) => {
      const book = bookFor(account)
      return [...book.shelves.invoice.newestFirst()].map((invoice) => seen(book, invoice))
    },

    events: (account, limit) => {
      const newest = engine.ledger.shelves(account).event.newestFirst()
      return [...newest].slice(0, limit).map(({ id, type, created }) => ({ id, type, created }))
    },

    object: (account, id) => findObject(bookFor(account), id),

    deliveries: () =>
      accountIds()
        .flatMap((id) => [...engine.ledger.shelves(id).delivery.newestFirst()])
        .sort((a, b) => b.created - a.created)
        .slice(0, RECENT_DELIVERIES),

    deliverNow: async (id) => {
      const found = accountIds().flatMap((account) => engine.ledger.shelves(account).delivery.get(id) ?? [])
      for (const delivery of found) await engine.outgoing.sendNow(delivery)
    },

    orderFault: (order) => engine.faults.order(order),
    faults: () => engine.faults.outstanding(),
  }
}

/** A book for what happens outside the API: its events name no request. */
function openBook(engine: Engine, account: string): Book {
  const { origin } = engine
  const platform = engine.ledger.shelves(ROOT).account.get(account)?.platform ?? account
  return new Book(new Change(engine.ledger), account, { now: engine.now(), origin, platform, request: null })
}
