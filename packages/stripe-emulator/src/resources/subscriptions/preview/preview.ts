import type { UnitOfWork } from '../../../state/unit-of-work'
import { bool, integer, oneOf, text } from '../../../transport/params/leaves'
import {
  hash,
  list,
  metadata,
  type Read,
  readForm,
  required,
  unsettable,
} from '../../../transport/params/params'
import { missing, Refusal } from '../../../wire/refusal'
import type { Invoice } from '../../invoices/invoice'
import { taxRates } from '../../items/item'
import { firstDraft } from '../billing/first-invoice'
import { planChange } from '../change/apply'
import { changeDraft } from '../change/invoice'
import { changeItems } from '../change/items'
import { creditUnused } from '../change/proration'
import { begin, pricesOf } from '../create'
import { cycleStart } from '../cycle/start'
import { upcomingDraft } from '../cycle/upcoming'
import { createParams, updateParams } from '../params'
import { keepSubscription } from '../save'
import { isTrialing } from '../status'
import type { Subscription } from '../subscription'
import { trialEnd, withEnd } from '../terms'

/** `subscription_details` of a preview: what is to be subscribed to, or changed. */
export const previewDetails = hash({
  billing_cycle_anchor: hash({ type: required(oneOf('now', 'unchanged')) }),
  billing_mode: createParams.billing_mode,
  cancel_at: updateParams.cancel_at,
  cancel_at_period_end: bool(),
  cancel_now: bool(),
  default_tax_rates: unsettable(list(text(), { max: 5 })),
  items: updateParams.items,
  metadata,
  proration_behavior: updateParams.proration_behavior,
  proration_date: integer(),
  trial_end: updateParams.trial_end,
})

interface Request {
  customer?: string | undefined
  subscription?: string | undefined
  subscription_details?: Read<{ details: typeof previewDetails }>['details']
}

type Details = NonNullable<Request['subscription_details']>

const NOTHING = readForm({ ...createParams, customer: text(), items: updateParams.items }, {})

/**
 * Returns the invoice that a subscription will bring, or that a new or changed one would: a draft that is kept with
 * its lines in the unit of work, which must be a trial, and is not yet added up. Undefined when a request is about no
 * subscription.
 */
export function previewSubscription(unit: UnitOfWork, request: Request): Invoice | undefined {
  const { subscription: id, subscription_details: details, customer } = request
  if (id === undefined) return details?.items ? newDraft(unit, customer, details) : undefined
  const before = unit.need('subscription', id, 'subscription')
  if (customer !== undefined && before.customer !== customer)
    throw missing('subscription', id, 'subscription')
  const draft = details ? changedDraft(unit, before, details) : upcomingDraft(unit, before)
  if (draft) return draft
  throw new Refusal(404, {
    type: 'invalid_request_error',
    code: 'invoice_upcoming_none',
    message: `No upcoming invoices for customer: ${before.customer}`,
  })
}

function newDraft(unit: UnitOfWork, customerId: string | undefined, details: Details): Invoice {
  const customer = unit.need('customer', customerId ?? '', 'customer')
  const items = details.items ?? []
  const request = {
    ...NOTHING,
    customer: customer.id,
    items,
    cancel_at: details.cancel_at,
    cancel_at_period_end: details.cancel_at_period_end,
    default_tax_rates: details.default_tax_rates,
    trial_end: details.trial_end,
    billing_mode: details.billing_mode,
  }
  const prices = pricesOf(unit, request)
  const cycle = cycleStart(unit, prices, request)
  return firstDraft(
    unit,
    keepSubscription(unit, begin(unit, customer, prices, cycle, request)),
    cycle,
    'upcoming',
  )
}

function changedDraft(unit: UnitOfWork, before: Subscription, details: Details): Invoice | undefined {
  if (details.cancel_now) {
    if (details.proration_behavior !== 'none') {
      for (const item of before.items.data)
        creditUnused(unit, before, item, details.proration_date ?? unit.now)
    }
    return changeDraft(unit, before, false, 'upcoming')
  }
  const changed = changeItems(unit, withRates(unit, before, details), details.items ?? [])
  const subscription = withEnd(unit, changed.subscription, details)
  const trial = typeof details.trial_end === 'number' ? trialEnd(unit.now, details.trial_end) : null
  const endsTrial = details.trial_end === 'now' && isTrialing(before, unit.now)
  const isRestart = endsTrial || details.billing_cycle_anchor?.type === 'now'
  const change = { ...changed, subscription, isRestart, trialEnd: trial }
  const { wanted, atOnce } = planChange(unit, before, change, details)
  const kept = keepSubscription(unit, wanted)
  const draft =
    atOnce === 'nothing'
      ? upcomingDraft(unit, kept)
      : changeDraft(unit, kept, atOnce === 'period', 'upcoming')
  return draft && withProrationDate(unit, draft, details)
}

function withRates(
  unit: UnitOfWork,
  before: Subscription,
  { default_tax_rates: rates }: Details,
): Subscription {
  if (rates === undefined) return before
  return { ...before, default_tax_rates: taxRates(unit, rates, 'subscription_details[default_tax_rates]') }
}

function withProrationDate(unit: UnitOfWork, draft: Invoice, { proration_date }: Details): Invoice {
  const { parent } = draft
  const details = parent?.subscription_details
  if (!details || proration_date === undefined) return draft
  const subscription_details = { ...details, subscription_proration_date: proration_date }
  return unit.put('invoice', { ...draft, parent: { ...parent, subscription_details } })
}
