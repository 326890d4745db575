import type { Engine } from '../api/engine'
import { completeOnboarding, onboardingOf } from '../resources/accounts/onboard'
import { serialiseInvoice } from '../resources/invoices/serialise'
import { ROOT } from '../state/database'
import type { Admin, PayOutcome } from './admin'
import { banks } from './banks'
import { creditNoteByToken, receiptOf } from './documents'
import { findObject } from './find-object'
import { type Opened, openLink, toHosted } from './hosted'
import { kindsIn, objectsIn } from './objects'
import { payByBank, payByCard } from './pay'
import { openRootUnit, openUnit, runAndCommit } from './units'

const RECENT_DELIVERIES = 200
const GONE: PayOutcome = {
  ok: false,
  code: 'resource_missing',
  message: 'This invoice can no longer be paid here.',
}

/** The admin interface over the running state: what the pages, the control panel and tests ask goes through here. */
export function createAdmin(engine: Engine): Admin {
  const accountIds = () => engine.database.accountIds()
  const open = (token: string) => openLink(token, (account) => openUnit(engine, account))

  const pay = async (token: string, work: (opened: Opened) => PayOutcome) => {
    const opened = open(token)
    if (!opened || opened.expiresAt <= opened.unit.now) return GONE
    return runAndCommit(engine, opened.unit, () => work(opened))
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
        .flatMap((id) => [...engine.database.collections(id).email.newestFirst()])
        .sort((a, b) => b.created - a.created),

    accounts: () => [...engine.database.collections(ROOT).account.oldestFirst()].map(({ object }) => object),

    setTimeZone: async (account, timeZone) => {
      const root = openRootUnit(engine)
      const row = root.get('account', account)
      const settings = row?.object.settings
      if (!settings) return
      const dashboard = { ...settings.dashboard, timezone: timeZone }
      const object = { ...row.object, settings: { ...settings, dashboard } }
      await runAndCommit(engine, root, () => root.put('account', { ...row, object }))
    },

    invoices: (account, limit = Number.POSITIVE_INFINITY) => {
      const unit = openUnit(engine, account)
      if (!unit) return []
      return [...unit.collections.invoice.newestFirst()]
        .slice(0, limit)
        .map((invoice) => serialiseInvoice(unit, invoice))
    },

    events: (account, limit) => {
      const newest = engine.database.collections(account).event.newestFirst()
      return [...newest].slice(0, limit).map(({ id, type, created }) => ({ id, type, created }))
    },

    kinds: (account) => {
      const unit = openUnit(engine, account)
      return unit ? kindsIn(unit) : []
    },
    objects: (account, kind, after) => {
      const unit = openUnit(engine, account)
      return unit && objectsIn(unit, kind, after)
    },
    object: (account, id) => {
      const unit = openUnit(engine, account)
      return unit && findObject(unit, id)
    },

    deliveries: () =>
      accountIds()
        .flatMap((id) => [...engine.database.collections(id).delivery.newestFirst()])
        .sort((a, b) => b.created - a.created)
        .slice(0, RECENT_DELIVERIES),

    deliverNow: async (id) => {
      const found = accountIds().flatMap(
        (account) => engine.database.collections(account).delivery.get(id) ?? [],
      )
      for (const delivery of found) await engine.deliveries.sendNow(delivery)
    },

    orderFault: (order) => engine.faults.order(order),
    faults: () => engine.faults.outstanding(),

    secondsAhead: () => engine.automation.secondsAhead(),
    advanceTime: (seconds) => engine.automation.advanceTime(seconds),
    testClocks: () =>
      accountIds().flatMap((account) =>
        [...engine.database.collections(account).test_clock.newestFirst()].map((clock) => ({
          account,
          clock,
        })),
      ),

    onboarding: (token) => {
      const found = onboardingOf(openRootUnit(engine), token)
      if (!found) return undefined
      const { account, link, valid } = found
      return { account, over: !valid, refreshUrl: link.refresh_url, returnUrl: link.return_url }
    },
    completeOnboarding: async (token) => {
      const link = engine.database.collections(ROOT).onboarding.get(token)
      const unit = link && openUnit(engine, link.account)
      if (unit) await runAndCommit(engine, unit, () => completeOnboarding(unit, token))
    },
  }
}
