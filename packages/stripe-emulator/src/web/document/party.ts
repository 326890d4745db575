import type Stripe from 'stripe'
import type { HostedInvoice } from '../../admin/admin'
import type { Wire } from '../../wire/wire'

const COUNTRIES = new Intl.DisplayNames('en-US', { type: 'region' })

const CODE_FIRST = new Set(
  'AT BE BG CH CZ DE DK EE ES FI FR GR HR HU IS IT LI LT LU LV NL NO PL PT RO SE SI SK'.split(' '),
)

/** Somebody named on the document, one printed line each. */
export interface Party {
  heading: string
  lines: string[]
}

type Account = HostedInvoice['account']

export function businessName({ account, invoice }: HostedInvoice): string {
  return invoice.account_name ?? accountName(account)
}

export function accountName({ business_profile, settings }: Account): string {
  return business_profile?.name ?? settings?.dashboard.display_name ?? 'Unnamed business'
}

/** Returns the zone of the business; due dates are days there. */
export function zoneOf({ account }: { account: Account }): string {
  return account.settings?.dashboard.timezone ?? 'UTC'
}

/** Returns where a client may ask. */
export function contactEmail({ business_profile, email }: Account): string | null {
  return business_profile?.support_email ?? email ?? null
}

/** Returns who asks for the money, who owes it, and where the goods go if that was said. */
export function partiesOf(hosted: HostedInvoice): Party[] {
  const { account, invoice, senderTaxIds } = hosted
  const shipTo = invoice.shipping_details ?? invoice.customer_shipping
  const parties = [
    {
      heading: 'From',
      lines: present([
        businessName(hosted),
        ...addressLines(account.business_profile?.support_address ?? account.company?.address),
        contactEmail(account),
        account.business_profile?.support_phone,
        ...senderTaxIds.map(taxIdLine),
      ]),
    },
    {
      heading: 'Bill to',
      lines: present([
        invoice.customer_name,
        ...addressLines(invoice.customer_address),
        invoice.customer_email,
        invoice.customer_phone,
        ...(invoice.customer_tax_ids ?? []).map(taxIdLine),
      ]),
    },
    {
      heading: 'Ship to',
      lines: present([shipTo?.name, ...addressLines(shipTo?.address), shipTo?.phone]),
    },
  ]
  return parties.filter(({ heading, lines }) => heading !== 'Ship to' || lines.length > 0)
}

function taxIdLine({ type, value }: { type: string; value: string | null }): string {
  return `${type.replaceAll('_', ' ').toUpperCase()} ${value ?? ''}`
}

function addressLines(address: Wire<Stripe.Address> | null | undefined): string[] {
  if (!address) return []
  const { line1, line2, country } = address
  return present([line1, line2, townLine(address), country && countryName(country)])
}

/** "0155 Oslo" on the continent, "Leeds, LS1 1AA" and "Austin, TX 78701" elsewhere. */
function townLine({ city, state, postal_code, country }: Wire<Stripe.Address>): string {
  if (country && CODE_FIRST.has(country))
    return present([present([postal_code, city]).join(' '), state]).join(', ')
  return present([city, present([state, postal_code]).join(' ')]).join(', ')
}

export function countryName(code: string): string {
  try {
    return COUNTRIES.of(code) ?? code
  } catch {
    return code
  }
}

function present(lines: (string | null | undefined)[]): string[] {
  return lines.flatMap((line) => (line?.trim() ? [line.trim()] : []))
}
