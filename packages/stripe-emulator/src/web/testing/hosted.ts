import type { HostedInvoice } from '../../admin/admin'
import { aLine, anInvoice, FINALIZED } from './invoice'
import { aCharge, aPayment } from './payment'

export function aHostedInvoice(
  invoice: Partial<HostedInvoice['invoice']> = {},
  rest: Partial<Omit<HostedInvoice, 'invoice'>> = {},
): HostedInvoice {
  return {
    now: FINALIZED + 86_400,
    account: anAccount(),
    invoice: anInvoice(invoice),
    lines: [
      aLine(),
      aLine({ id: 'il_2', description: 'Hosting', amount: 5000, quantity_decimal: '1', taxes: [] }),
    ],
    taxRates: [aTaxRate()],
    discounts: [{ id: 'di_1', coupon: aCoupon() }],
    payments: [],
    creditNotes: [],
    senderTaxIds: [],
    processing: false,
    expired: false,
    ...rest,
  }
}

export function aPaidInvoice(): HostedInvoice {
  return aHostedInvoice(
    {
      status: 'paid',
      amount_paid: 15300,
      amount_remaining: 0,
      attempted: true,
      status_transitions: {
        finalized_at: FINALIZED,
        marked_uncollectible_at: null,
        paid_at: FINALIZED,
        voided_at: null,
      },
    },
    { charge: aCharge(), payments: [{ payment: aPayment(15_300), charge: aCharge() }] },
  )
}

export function anAccount(timezone = 'Etc/UTC'): HostedInvoice['account'] {
  return {
    id: 'acct_1',
    object: 'account',
    charges_enabled: true,
    details_submitted: true,
    email: 'ada@example.com',
    payouts_enabled: true,
    settings: {
      branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
      card_payments: {
        statement_descriptor_prefix: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
      dashboard: { display_name: 'Ada Studio', timezone },
      payments: {
        statement_descriptor: null,
        statement_descriptor_kana: null,
        statement_descriptor_kanji: null,
        statement_descriptor_prefix_kana: null,
        statement_descriptor_prefix_kanji: null,
      },
    },
    type: 'standard',
  }
}

function aTaxRate(): HostedInvoice['taxRates'][number] {
  return {
    id: 'txr_1',
    object: 'tax_rate',
    active: true,
    country: 'GB',
    created: FINALIZED,
    description: null,
    display_name: 'VAT',
    effective_percentage: null,
    flat_amount: null,
    inclusive: false,
    jurisdiction: null,
    jurisdiction_level: null,
    livemode: false,
    metadata: {},
    percentage: 20,
    rate_type: 'percentage',
    state: null,
    tax_type: 'vat',
  }
}

function aCoupon(): HostedInvoice['discounts'][number]['coupon'] {
  return {
    id: 'LAUNCH',
    object: 'coupon',
    amount_off: null,
    created: FINALIZED,
    currency: null,
    duration: 'once',
    duration_in_months: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    name: 'Launch offer',
    percent_off: 10,
    redeem_by: null,
    times_redeemed: 1,
    valid: true,
  }
}
