import { emit } from '../../../events/emit'
import { operation } from '../../../transport/operation'
import { oneOf } from '../../../transport/params/leaves'
import { hash, required } from '../../../transport/params/params'
import { SUBSCRIPTION_TEXTS } from '../../../unconfirmed'
import { refuse } from '../../../wire/refusal'
import { billChange, keepChange } from '../change/invoice'
import { creditUnused } from '../change/proration'
import { later } from '../cycle/calendar'
import { inPeriod } from '../items/item'
import { everyOf } from '../items/plan'
import { prorations } from '../params'
import { withItems } from '../save'
import { isTrialing } from '../status'

const pauseParams = {
  bill_for: hash({
    outstanding_usage_through: hash({ type: required(oneOf('none', 'now')) }),
    unused_time_from: hash({ type: required(oneOf('item_current_period_start', 'none', 'now')) }),
  }),
  invoicing_behavior: oneOf('invoice', 'pending_invoice_item'),
  type: oneOf('subscription'),
}

const resumeParams = {
  ...prorations,
  billing_cycle_anchor: hash({ type: required(oneOf('now', 'unchanged')) }),
  payment_behavior: oneOf('resume_on_payment_attempt', 'resume_on_payment_success'),
}

export const pauseRoutes = [
  operation('POST', '/v1/subscriptions/:id/pause', pauseParams, ({ unit, params, path }) => {
    const before = unit.target('subscription', path)
    if (before.status !== 'active' && before.status !== 'trialing') {
      throw refuse(SUBSCRIPTION_TEXTS.onlyRunningPause)
    }
    const from = params.bill_for?.unused_time_from?.type ?? 'now'
    if (from !== 'none' && !isTrialing(before, unit.now)) {
      for (const item of before.items.data) {
        creditUnused(unit, before, item, from === 'now' ? unit.now : item.current_period_start)
      }
    }
    const subscription = { type: 'pause_requested' } as const
    const paused = {
      ...before,
      status: 'paused',
      status_details: { paused: { subscription, transitioned_at: unit.now, type: 'subscription' } },
    } as const
    const isBilled = params.invoicing_behavior === 'invoice'
    const bill = { isNewPeriod: false, payment: {} }
    const after = isBilled ? billChange(unit, before, paused, bill) : keepChange(unit, before, paused)
    emit(unit, 'customer.subscription.paused', after)
    return after
  }),

  operation('POST', '/v1/subscriptions/:id/resume', resumeParams, ({ unit, params, path }) => {
    const before = unit.target('subscription', path)
    if (before.status !== 'paused') throw refuse(SUBSCRIPTION_TEXTS.onlyPausedResume)
    if (before.collection_method === 'send_invoice') throw refuse(SUBSCRIPTION_TEXTS.onlyChargedResume)
    const running = { ...before, status: 'active', status_details: undefined } as const
    const isOver = before.items.data.some((item) => item.current_period_end <= unit.now)
    if (params.billing_cycle_anchor?.type === 'unchanged' && !isOver) {
      const after = keepChange(unit, before, running)
      emit(unit, 'customer.subscription.resumed', after)
      return after
    }
    const items = before.items.data.map((item) =>
      inPeriod(item, { start: unit.now, end: later(unit.now, everyOf(item.price)) }),
    )
    const wanted = { ...withItems(running, items), billing_cycle_anchor: unit.now }
    const after = billChange(unit, before, wanted, { isNewPeriod: true, payment: {} })
    emit(unit, 'customer.subscription.resumed', after)
    return after
  }),
]
