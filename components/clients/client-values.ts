import type { ClientInput } from '@/lib/clients/schema'

export const NO_CLIENT: ClientInput = {
  name: '',
  email: '',
  phone: '',
  address: { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' },
  language: '',
  note: '',
}

/** What was typed, field by field; the action judges it. */
export function clientValues(form: FormData): ClientInput {
  const text = (name: string) => String(form.get(name) ?? '')
  return {
    name: text('name'),
    email: text('email'),
    phone: text('phone'),
    address: {
      line1: text('address.line1'),
      line2: text('address.line2'),
      city: text('address.city'),
      postalCode: text('address.postalCode'),
      state: text('address.state'),
      country: text('address.country'),
    },
    language: text('language'),
    note: text('note'),
  }
}
