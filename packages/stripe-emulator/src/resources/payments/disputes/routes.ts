import { emit, emitUpdate } from '../../../events/emit'
import type { UnitOfWork } from '../../../state/unit-of-work'
import { type Operation, operation } from '../../../transport/operation'
import { pageOf, paging, range } from '../../../transport/pages'
import { bool, oneOf, text } from '../../../transport/params/leaves'
import { hash, metadata, type Read } from '../../../transport/params/params'
import { givenOnly, mergeMetadata } from '../../../transport/params/shapes'
import { refuse } from '../../../wire/refusal'
import { recordReversal } from '../../balance/movements'
import { type Dispute, withdraw } from './dispute'

/** Words only: files have no place here. */
const evidence = hash({
  access_activity_log: text({ max: 20_000 }),
  billing_address: text(),
  cancellation_policy_disclosure: text({ max: 20_000 }),
  cancellation_rebuttal: text({ max: 20_000 }),
  customer_email_address: text(),
  customer_name: text(),
  customer_purchase_ip: text(),
  duplicate_charge_explanation: text({ max: 20_000 }),
  duplicate_charge_id: text(),
  product_description: text({ max: 20_000 }),
  refund_policy_disclosure: text({ max: 20_000 }),
  refund_refusal_explanation: text({ max: 20_000 }),
  service_date: text(),
  shipping_address: text(),
  shipping_carrier: text(),
  shipping_date: text(),
  shipping_tracking_number: text(),
  uncategorized_text: text({ max: 20_000 }),
})

const update = {
  evidence,
  intended_submission_method: oneOf('manual', 'prefer_manual', 'prefer_smart_disputes', 'smart_disputes'),
  metadata,
  submit: bool(),
}

/** What these words decide in test mode, at once (docs.stripe.com/testing#evidence). */
const VERDICTS: Record<string, Dispute['status']> = {
  winning_evidence: 'won',
  losing_evidence: 'lost',
  escalate_inquiry_evidence: 'needs_response',
}

export const disputeRoutes: Operation[] = [
  operation(
    'GET',
    '/v1/disputes',
    { ...paging, charge: text(), created: range, payment_intent: text() },
    ({ unit, params }) =>
      pageOf(unit, 'dispute', '/v1/disputes', params, (dispute) => {
        const { charge, created, payment_intent } = params
        if (charge !== undefined && dispute.charge !== charge) return false
        if (payment_intent !== undefined && dispute.payment_intent !== payment_intent) return false
        return created?.(dispute.created) ?? true
      }),
  ),

  operation('GET', '/v1/disputes/:dispute', {}, ({ unit, path }) => unit.target('dispute', path)),

  operation('POST', '/v1/disputes/:dispute', update, ({ unit, params, path }) => {
    const before = requireRunning(unit.target('dispute', path))
    const answered = withEvidence(before, params)
    const judged = judge(unit, before, answered)
    const after = unit.put('dispute', {
      ...judged,
      intended_submission_method: params.intended_submission_method ?? before.intended_submission_method,
      metadata: mergeMetadata(before.metadata, params.metadata),
    })
    emitUpdate(unit, 'charge.dispute.updated', before, after)
    if (after.status === 'won') emit(unit, 'charge.dispute.funds_reinstated', after)
    if (after.balance_transactions.length > before.balance_transactions.length && after.status !== 'won') {
      emit(unit, 'charge.dispute.funds_withdrawn', after)
    }
    if (after.status === 'won' || after.status === 'lost') emit(unit, 'charge.dispute.closed', after)
    return after
  }),

  operation('POST', '/v1/disputes/:dispute/close', {}, ({ unit, path }) => {
    const before = requireRunning(unit.target('dispute', path))
    const after = unit.put('dispute', { ...before, is_charge_refundable: false, status: 'lost' })
    emit(unit, 'charge.dispute.closed', after)
    return after
  }),
]

function requireRunning(dispute: Dispute): Dispute {
  if (dispute.status !== 'won' && dispute.status !== 'lost') return dispute
  throw refuse('This dispute is already closed')
}

function withEvidence(dispute: Dispute, { evidence: given, submit }: Read<typeof update>): Dispute {
  if (!given) return dispute
  const isSubmitted = submit ?? true
  const { evidence_details: details, status } = dispute
  const reviewed = status.startsWith('warning') ? 'warning_under_review' : 'under_review'
  return {
    ...dispute,
    evidence: { ...dispute.evidence, ...givenOnly(given) },
    evidence_details: {
      ...details,
      has_evidence: true,
      submission_count: details.submission_count + (isSubmitted ? 1 : 0),
      submission_method: isSubmitted ? 'manual' : details.submission_method,
    },
    status: isSubmitted ? reviewed : status,
  }
}

/** Evidence that was handed in and says so decides the dispute. */
function judge(unit: UnitOfWork, before: Dispute, answered: Dispute): Dispute {
  const words = answered.evidence.uncategorized_text ?? ''
  const verdict = answered.status === before.status ? undefined : VERDICTS[words]
  if (!verdict) return answered
  const judged = { ...answered, is_charge_refundable: verdict === 'won', status: verdict }
  if (verdict === 'won') {
    if (before.balance_transactions.length === 0) return judged
    const reversal = recordReversal(unit, before)
    return { ...judged, balance_transactions: [...before.balance_transactions, reversal] }
  }
  return verdict === 'needs_response' && before.balance_transactions.length === 0
    ? withdraw(unit, judged)
    : judged
}
