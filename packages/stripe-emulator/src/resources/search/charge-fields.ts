import type { Kinds } from '../../state/kinds'
import type { Field, Fields } from './match'

type Charge = Kinds['charge']

const READERS = ['card', 'card_present', 'interac_present'] as const
const OF_CARD = ['brand', 'exp_month', 'exp_year', 'fingerprint', 'last4'] as const

/** A card by how it was read: `payment_method_details.card.last4` and the like. */
const CARDS = READERS.flatMap((reader) =>
  OF_CARD.map((name): [string, Field<Charge>] => [
    `payment_method_details.${reader}.${name}`,
    { type: 'token', of: (charge) => charge.payment_method_details?.[reader]?.[name] },
  ]),
)

export const CHARGE_FIELDS: Fields<Charge> = {
  amount: { type: 'numeric', of: ({ amount }) => amount },
  'billing_details.address.postal_code': {
    type: 'token',
    of: ({ billing_details }) => billing_details.address?.postal_code,
  },
  created: { type: 'numeric', of: ({ created }) => created },
  currency: { type: 'token', of: ({ currency }) => currency },
  customer: { type: 'token', of: ({ customer }) => customer },
  disputed: { type: 'token', of: ({ disputed }) => disputed },
  ...Object.fromEntries(CARDS),
  refunded: { type: 'token', of: refundedOf },
  status: { type: 'token', of: ({ status }) => status },
}

/** True when all was given back, false when part of it was, and null when nothing was. */
function refundedOf({ refunded, amount_refunded }: Charge): boolean | null {
  if (refunded) return true
  return amount_refunded > 0 ? false : null
}
