import type Stripe from 'stripe'
import { emit } from '../../../events/emit'
import { newId } from '../../../state/ids'
import type { UnitOfWork } from '../../../state/unit-of-work'
import type { Wire } from '../../../wire/wire'
import { recordWithdrawal } from '../../balance/movements'
import type { Charge } from '../charges/charge'
import { accountBehaviour } from '../numbers/bank-accounts'
import { behaviourOf } from '../numbers/test-cards'

export type Dispute = Wire<Stripe.Dispute>

const DAY_SECONDS = 86_400
const DAYS_TO_ANSWER = 9

/** Visa's code for each complaint; an inquiry is not yet a complaint. */
const COMPLAINTS = {
  fraudulent: { reason: 'fraudulent', case_type: 'chargeback', network_reason_code: '10.4' },
  product_not_received: {
    reason: 'product_not_received',
    case_type: 'chargeback',
    network_reason_code: '13.1',
  },
  inquiry: { reason: 'fraudulent', case_type: 'inquiry', network_reason_code: '10' },
} as const

/** Opens the dispute that a test number brings with it, once its money has moved. */
export function disputeCharge(unit: UnitOfWork, charge: Charge, number: string) {
  if (charge.payment_method_details?.type === 'card') {
    const { dispute: complaint } = behaviourOf(number)
    if (complaint) open(unit, charge, cardDispute(unit, charge, complaint))
  } else if (accountBehaviour(number).isDisputed) {
    open(unit, charge, bankDispute(unit, charge))
  }
}

/** Takes the disputed money out of the balance. */
export function withdraw(unit: UnitOfWork, dispute: Dispute): Dispute {
  const withdrawal = recordWithdrawal(unit, dispute)
  return { ...dispute, balance_transactions: [...dispute.balance_transactions, withdrawal] }
}

function open(unit: UnitOfWork, charge: Charge, fresh: Dispute) {
  unit.put('charge', { ...charge, disputed: true })
  const isInquiry = fresh.status === 'warning_needs_response'
  const dispute = unit.put('dispute', isInquiry ? fresh : withdraw(unit, fresh))
  emit(unit, 'charge.dispute.created', dispute)
  if (!isInquiry) emit(unit, 'charge.dispute.funds_withdrawn', dispute)
  if (dispute.status === 'lost') emit(unit, 'charge.dispute.closed', dispute)
}

function cardDispute(unit: UnitOfWork, charge: Charge, complaint: keyof typeof COMPLAINTS): Dispute {
  const { reason, case_type, network_reason_code } = COMPLAINTS[complaint]
  const brand = charge.payment_method_details?.card?.brand ?? 'visa'
  const isInquiry = case_type === 'inquiry'
  return {
    ...newDispute(unit, charge, reason),
    is_charge_refundable: isInquiry,
    payment_method_details: {
      card: { brand, case_type, network: brand, network_reason_code },
      type: 'card',
    },
    status: isInquiry ? 'warning_needs_response' : 'needs_response',
  }
}

/** A bank takes its customer's word for it: the dispute is lost as it is opened. */
function bankDispute(unit: UnitOfWork, charge: Charge): Dispute {
  return { ...newDispute(unit, charge, 'debit_not_authorized'), status: 'lost' }
}

function newDispute(unit: UnitOfWork, charge: Charge, reason: string): Dispute {
  return {
    id: newId('du'),
    object: 'dispute',
    amount: charge.amount_captured,
    balance_transactions: [],
    charge: charge.id,
    created: unit.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: NO_EVIDENCE,
    evidence_details: {
      due_by: dueBy(unit.now),
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: 'not_submitted',
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: charge.payment_intent,
    reason,
    status: 'needs_response',
  }
}

/** The last second of the day that ends the time to answer, in UTC. */
function dueBy(now: number): number {
  return (Math.floor(now / DAY_SECONDS) + DAYS_TO_ANSWER) * DAY_SECONDS - 1
}

const NO_EVIDENCE: Dispute['evidence'] = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
}
