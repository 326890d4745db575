import type { Engine } from '../api/engine'
import { completeOnboarding, onboardingOf } from '../resources/accounts/onboard'
import { seen } from '../resources/invoices/serialise'
import { ROOT } from '../state/database'
import type { Desk, PayOutcome } from './admin'
import { banks } from './banks'
import { creditNoteByToken, receiptOf } from './documents'
import { findObject } from './find-object'
import { type Opened, openLink, toHosted } from './hosted'
import { kindsIn, objectsIn } from './objects'
import { payByBank, payByCard } from './pay'
import { act, openBook, openRoot } from './units'

const RECENT_DELIVERIES = 200
const GONE: PayOutcome = {
  ok: false,
  code: 'resource_missing',
  message: 'This invoice can no longer be paid here.',
}

/** The desk over the running state: what the pages, the control panel and tests ask goes through here. */
export function counter(engine: Engine): Desk {
  const accountIds = () => engine.ledger.accountIds()
  const open = (token: string) => openLink(token, (account) => openBook(engine, account))

  const pay = async (token: string, work: (opened: Opened) => PayOutcome) => {
    const opened = open(token)
    if (!opened || opened.expiresAt <= opened.book.now) return GONE
    return act(engine, opened.book, () => work(opened))
  }

  return {
    origin: engine.origin,
    now: engine.now,

    invoiceByToken: (token) => {
      const opened = open(token)
      return opened && toHosted(opened)
    },
    creditNoteByToken: (token) => creditNoteByToken(engine, token),
    receipt: (charge) => receiptOf(engine, charge),

    payByCard: (token, card) => pay(token, (opened) => payByCard(opened, card)),
    payByBank: (token, bank) => pay(token, (opened) => payByBank(opened, bank)),
    ...banks(engine),

    outbox: () =>
      accountIds()
        .flatMap((id) => [...engine.ledger.shelves(id).email.newestFirst()])
        .sort((a, b) => b.created - a.created),

    accounts: () => [...engine.ledger.shelves(ROOT).account.oldestFirst()].map(({ object }) => object),

    setTimeZone: async (account, timeZone) => {
      const root = openRoot(engine)
      const row = root.get('account', account)
      const settings = row?.object.settings
      if (!settings) return
      const dashboard = { ...settings.dashboard, timezone: timeZone }
      const object = { ...row.object, settings: { ...settings, dashboard } }
      await act(engine, root, () => root.put('account', { ...row, object }))
    },

    invoices: (account, limit = Number.POSITIVE_INFINITY) => {
      const book = openBook(engine, account)
      if (!book) return []
      return [...book.shelves.invoice.newestFirst()].slice(0, limit).map((invoice) => seen(book, invoice))
    },

    events: (account, limit) => {
      const newest = engine.ledger.shelves(account).event.newestFirst()
      return [...newest].slice(0, limit).map(({ id, type, created }) => ({ id, type, created }))
    },

    kinds: (account) => {
      const book = openBook(engine, account)
      return book ? kindsIn(book) : []
    },
    objects: (account, kind, after) => {
      const book = openBook(engine, account)
      return book && objectsIn(book, kind, after)
    },
    object: (account, id) => {
      const book = openBook(engine, account)
      return book && findObject(book, id)
    },

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

    secondsAhead: () => engine.automation.secondsAhead(),
    advanceTime: (seconds) => engine.automation.advanceTime(seconds),
    testClocks: () =>
      accountIds().flatMap((account) =>
        [...engine.ledger.shelves(account).test_clock.newestFirst()].map((clock) => ({ account, clock })),
      ),

    onboarding: (token) => {
      const found = onboardingOf(openRoot(engine), token)
      if (!found) return undefined
      const { account, link, valid } = found
      return { account, over: !valid, refreshUrl: link.refresh_url, returnUrl: link.return_url }
    },
    completeOnboarding: async (token) => {
      const link = engine.ledger.shelves(ROOT).onboarding.get(token)
      const book = link && openBook(engine, link.account)
      if (book) await act(engine, book, () => completeOnboarding(book, token))
    },
  }
}
