import 'server-only'
import type Stripe from 'stripe'
import { z } from 'zod'
import { OURS } from './metadata'

/** An address as our rows and snapshots keep it. */
export const addressSchema = z.object({
  line1: z.string(),
  line2: z.string(),
  city: z.string(),
  postalCode: z.string(),
  state: z.string(),
  country: z.string(),
})

/** A client as Stripe is told of it. */
export const customerSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  address: addressSchema.nullable(),
  language: z.string().nullable(),
  /** Who this client was at Stripe until that customer was deleted there. */
  formerCustomer: z.string().nullable().default(null),
})

export type Customer = z.infer<typeof customerSchema>
export type Contact = Omit<Customer, 'id' | 'formerCustomer'>

export function customerParams({ id, ...contact }: Customer): Stripe.CustomerCreateParams {
  const { name, email, phone, address, language } = contact
  return {
    name,
    email,
    phone: phone || undefined,
    address: isFilled(address) ? addressParams(address) : undefined,
    preferred_locales: language ? [language] : undefined,
    metadata: { [OURS.client]: id },
  }
}

/** The same for a customer that exists: empty text unsets what is no longer there. */
export function customerChanges({ name, email, phone, address, language }: Contact) {
  return {
    name,
    email,
    phone,
    address: isFilled(address) ? addressParams(address) : '',
    preferred_locales: language ? [language] : undefined,
  } satisfies Stripe.CustomerUpdateParams
}

type Address = z.infer<typeof addressSchema>

function isFilled(address: Address | null): address is Address {
  return address !== null && Object.values(address).some(Boolean)
}

function addressParams({ postalCode, ...address }: Address) {
  return { ...address, postal_code: postalCode }
}
