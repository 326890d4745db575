import type { PayField } from '../../admin/admin'
import type { PayMethod } from './methods'

type FieldName = PayField | 'name' | 'email'

/** What a payment form posts, exactly as typed; a form leaves the fields of the others empty. */
export type Typed = Record<FieldName, string>

export type Problems = Partial<Record<FieldName, string>>

/** A payment form as it stands: what was typed, and why it was refused. */
export interface Attempt {
  method: PayMethod
  typed: Typed
  problems: Problems
}

export function typedFrom(field: (name: string) => string): Typed {
  return {
    number: field('number'),
    expiry: field('expiry'),
    cvc: field('cvc'),
    routing_number: field('routing_number'),
    account_number: field('account_number'),
    iban: field('iban'),
    name: field('name'),
    email: field('email'),
  }
}
