import type Stripe from 'stripe'
import type { HostedInvoice } from '../desk'
import type { Wire } from '../wire'

const COUNTRIES = new Intl.DisplayNames('en-US', { type: 'region' })

export function businessName({ account, invoice }: HostedInvoice): string {
  return invoice.account_name ?? account.business_profile?.name ?? 'Unnamed business'
}

/** The zone the business keeps its books in; due dates are days there. */
export function zoneOf({ account }: HostedInvoice): string {
  return account.settings?.dashboard.timezone ?? 'UTC'
}

/** Who asks for the money, one printed line each; the name is not among them. */
export function senderLines({ account }: HostedInvoice): string[] {
  const profile = account.business_profile
  return present([
    ...addressLines(profile?.support_address),
    profile?.support_email ?? account.email,
    profile?.support_phone,
  ])
}

/** Who owes it, one printed line each, the name first. */
export function billToLines({ invoice }: HostedInvoice): string[] {
  return present([
    invoice.customer_name,
    ...addressLines(invoice.customer_address),
    invoice.customer_email,
    invoice.customer_phone,
    ...(invoice.customer_tax_ids ?? []).map(
      (id) => `${id.type.replaceAll('_', ' ').toUpperCase()} ${id.value ?? ''}`,
    ),
  ])
}

function addressLines(address: Wire<Stripe.Address> | null | undefined): string[] {
  if (!address) return []
  const region = present([address.state, address.postal_code]).join(' ')
  const town = present([address.city, region]).join(', ')
  return present([address.line1, address.line2, town, address.country && countryName(address.country)])
}

function countryName(code: string): string {
  try {
    return COUNTRIES.of(code) ?? code
  } catch {
    return code
  }
}

function present(lines: (string | null | undefined)[]): string[] {
  return lines.flatMap((line) => (line?.trim() ? [line.trim()] : []))
}
