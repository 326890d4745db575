import type { Refusal } from '../../../../wire/refusal'
import type { PaymentIntent } from '../payment-intent'

/** Under what circumstances a payment is tried. */
export interface Session {
  /** Nobody is there who could prove who they are. */
  offSession: boolean
  /** Somebody was, and did. */
  isAuthenticated?: boolean
  /** Where to send the payer after they proved who they are. */
  returnUrl?: string | null
}

/** What became of one try; a failed one may be refused with what went wrong. */
export type Attempt =
  | { is: 'succeeded' | 'held' | 'processing' | 'requires_action'; intent: PaymentIntent }
  | { is: 'failed'; intent: PaymentIntent; refusal: Refusal }
