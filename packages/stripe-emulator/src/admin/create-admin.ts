import type { Automation } from '../automation/automation'
import type { DeliveryQueue } from '../events/delivery/queue'
import type { FaultInjector } from '../faults/injector'
import { completeOnboarding, onboardingOf } from '../resources/accounts/onboard'
import { serialiseInvoice } from '../resources/invoices/serialise'
import { ROOT } from '../state/database'
import { openUnit, type Runtime } from '../state/runtime'
import type { Admin, PayOutcome } from './admin'
import { banks } from './banks'
import { creditNoteByToken, receiptOf } from './documents'
import { findObject } from './find-object'
import { type Opened, openLink, toHosted } from './hosted'
import { kindsIn, objectsIn } from './objects'
import { payByBank, payByCard } from './pay'
import { openAccount, runAndCommit } from './units'

const RECENT_DELIVERIES = 200
const GONE: PayOutcome = {
  ok: false,
  code: 'resource_missing',
  message: 'This invoice can no longer be paid here.',
}

interface Parts extends Runtime {
  automation: Automation
  deliveries: DeliveryQueue
  faults: FaultInjector
}

/**
 * Makes the admin interface over the running state: what the pages, the control panel and tests ask goes through here.
 */
export function createAdmin(parts: Parts): Admin {
  const accountIds = () => parts.database.accountIds()
  const open = (token: string) => openLink(token, (account) => openAccount(parts, account))

  const pay = async (token: string, work: (opened: Opened) => PayOutcome) => {
    const opened = open(token)
    if (!opened || opened.expiresAt <= opened.unit.now) return GONE
    return runAndCommit(parts, opened.unit, () => work(opened))
  }

  return {
    origin: parts.origin,
    now: parts.now,

    invoiceByToken: (token) => {
      const opened = open(token)
      return opened && toHosted(opened)
    },
    creditNoteByToken: (token) => creditNoteByToken(parts, token),
    receipt: (charge) => receiptOf(parts, charge),

    payByCard: (token, card) => pay(token, (opened) => payByCard(opened, card)),
    payByBank: (token, bank) => pay(token, (opened) => payByBank(opened, bank)),
    ...banks(parts),

    outbox: () =>
      accountIds()
        .flatMap((id) => [...parts.database.collections(id).email.newestFirst()])
        .sort((a, b) => b.created - a.created),

    accounts: () => [...parts.database.collections(ROOT).account.oldestFirst()].map(({ object }) => object),

    setTimeZone: async (account, timeZone) => {
      const root = openUnit(parts, ROOT)
      const row = root.get('account', account)
      const settings = row?.object.settings
      if (!settings) return
      const dashboard = { ...settings.dashboard, timezone: timeZone }
      const object = { ...row.object, settings: { ...settings, dashboard } }
      await runAndCommit(parts, root, () => root.put('account', { ...row, object }))
    },

    invoices: (account, limit = Number.POSITIVE_INFINITY) => {
      const unit = openAccount(parts, account)
      if (!unit) return []
      return [...unit.collections.invoice.newestFirst()]
        .slice(0, limit)
        .map((invoice) => serialiseInvoice(unit, invoice))
    },

    events: (account, limit) => {
      const newest = parts.database.collections(account).event.newestFirst()
      return [...newest].slice(0, limit).map(({ id, type, created }) => ({ id, type, created }))
    },

    kinds: (account) => {
      const unit = openAccount(parts, account)
      return unit ? kindsIn(unit) : []
    },
    objects: (account, kind, after) => {
      const unit = openAccount(parts, account)
      return unit && objectsIn(unit, kind, after)
    },
    object: (account, id) => {
      const unit = openAccount(parts, account)
      return unit && findObject(unit, id)
    },

    deliveries: () =>
      accountIds()
        .flatMap((id) => [...parts.database.collections(id).delivery.newestFirst()])
        .sort((a, b) => b.created - a.created)
        .slice(0, RECENT_DELIVERIES),

    deliverNow: async (id) => {
      const found = accountIds().flatMap(
        (account) => parts.database.collections(account).delivery.get(id) ?? [],
      )
      for (const delivery of found) await parts.deliveries.sendNow(delivery)
    },

    orderFault: (order) => parts.faults.order(order),
    faults: () => parts.faults.outstanding(),

    secondsAhead: () => parts.automation.secondsAhead(),
    advanceTime: (seconds) => parts.automation.advanceTime(seconds),
    testClocks: () =>
      accountIds().flatMap((account) =>
        [...parts.database.collections(account).test_clock.newestFirst()].map((clock) => ({
          account,
          clock,
        })),
      ),

    onboarding: (token) => {
      const found = onboardingOf(openUnit(parts, ROOT), token)
      if (!found) return undefined
      const { account, link, valid } = found
      return { account, over: !valid, refreshUrl: link.refresh_url, returnUrl: link.return_url }
    },
    completeOnboarding: async (token) => {
      const link = parts.database.collections(ROOT).onboarding.get(token)
      const unit = link && openAccount(parts, link.account)
      if (unit) await runAndCommit(parts, unit, () => completeOnboarding(unit, token))
    },
  }
}
