import type Stripe from 'stripe'
import { emit } from '../../events/emit'
import { newId } from '../../state/ids'
import type { Kinds } from '../../state/kinds'
import { Book } from '../../state/unit-of-work'
import type { Wire } from '../../wire/wire'
import { recordMovement } from './transaction'

export type ApplicationFee = Wire<Stripe.ApplicationFee>
type Charge = Kinds['charge']

/** The platform's side of what happens in an account it connected; undefined for the platform itself. */
export function platformBook(book: Book): Book | undefined {
  const { platform } = book.occasion
  return platform === book.account ? undefined : new Book(book.change, platform, book.occasion)
}

/** The id of a platform as an application. */
export function applicationOf(platform: string): string {
  return platform.replace(/^acct_/, 'ca_')
}

/** The platform keeps its part of a charge in a connected account. */
export function collectFee(book: Book, charge: Charge): ApplicationFee | undefined {
  const amount = charge.application_fee_amount
  const platform = platformBook(book)
  if (!amount || !platform) return undefined
  const { currency, id: source } = charge
  const id = newId('fee')
  const earned = recordMovement(platform, {
    amount,
    currency,
    description: null,
    reportingCategory: 'platform_earning',
    source: id,
    type: 'application_fee',
  })
  const fee: ApplicationFee = {
    id,
    object: 'application_fee',
    account: book.account,
    amount,
    amount_refunded: 0,
    application: applicationOf(platform.account),
    balance_transaction: earned.id,
    charge: source,
    created: book.now,
    currency,
    fee_source: { charge: source, type: 'charge' },
    livemode: false,
    originating_transaction: null,
    refunded: false,
    refunds: { object: 'list', data: [], has_more: false, url: `/v1/application_fees/${id}/refunds` },
  }
  platform.put('application_fee', fee)
  emit(platform, 'application_fee.created', fee)
  return fee
}
