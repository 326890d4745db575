/** Texts that have broken programs before. */
export const ODD_TEXTS = [
  ...['', ' ', '0', '-0', '1', '-1', '1.5', '1e9', '0x10', 'NaN', 'Infinity', '1,000', '٣'],
  ...['99999999', '99999999999999999999', '999999999999999.999999999999', '-99999999999', '1800000000'],
  ...['true', 'false', 'null', 'none', 'now', 'auto', '*', 'invoice.*', '[]', '{}'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'],
  ...[
    'Zoë',
    '🧾',
    'e\u0301',
    '\u202e',
    '\0',
    '\n',
    '\u2028',
    '"',
    "'",
    '\\',
    '<b>',
    '%',
    '%00',
    '../../',
    '$1',
  ],
  ...['usd', 'EUR', 'jpy', 'KWD', 'xxx', 'US', 'DE', 'en', 'Europe/Berlin', '1970-01-01'],
  ...['http://[::1', '127.0.0.1', 'card', 'us_bank_account', 'in_nope', 'cus_nope', 'acct_nope'],
  'x'.repeat(6000),
]

const NAMES = ['Ada', 'Consulting, two days', 'Zoë & Söhne']
const METHODS = ['pm_card_visa', 'pm_card_visa_chargeDeclined', 'pm_card_authenticationRequired']

/** What makes sense in a parameter of that name. */
export const SENSIBLE: Record<string, readonly string[]> = {
  cancellation_reason: ['requested_by_customer'],
  code: ['SPRING', 'AUTUMN'],
  country: ['US', 'DE', 'JP'],
  default_payment_method: METHODS,
  description: NAMES,
  display_name: NAMES,
  email: ['ada@example.com', 'bob@example.com'],
  enabled_events: ['*', 'invoice.paid'],
  frozen_time: ['1900000000', '1910000000'],
  name: NAMES,
  number: ['2026-1', '2026-2'],
  payment_method: METHODS,
  percent_off: ['10', '33.3', '100'],
  percentage: ['19', '7.7', '0'],
  refresh_url: ['http://127.0.0.1:9/refresh'],
  return_url: ['http://127.0.0.1:9/return'],
  source: ['tok_visa', 'tok_mastercard'],
  token: ['tok_visa'],
  type: ['card', 'eu_vat', 'any', 'custom_line_item', 'invoice_line_item', 'fixed_amount', 'self'],
  types: ['invoice.paid', 'customer.*'],
  url: ['http://127.0.0.1:9/hook'],
  value: ['DE123456789'],
}

/** Queries of search, good and bad. */
export const QUERIES = [
  ...['status:"open"', 'name~"ada"', 'created>1700000000', 'total>=0 AND status:"paid"', '-status:"draft"'],
  ...['metadata["a"]:"1"', 'metadata["a"]:null', 'email:"ada@example.com" OR name:"Ada"', 'amount<5'],
  ...[
    'status:"open" AND name:"a" OR name:"b"',
    'status',
    'status:',
    '"',
    'metadata[',
    'nope:"1"',
    'created>"x"',
    ':',
  ],
]

/** What may be asked to be shown in full, and what may not. */
export const EXPANSIONS = [
  ...[
    'customer',
    'data.customer',
    'lines.data.discounts',
    'discounts.source.coupon',
    'latest_invoice.payments',
  ],
  ...[
    'payments.data.payment.payment_intent',
    'data.payments',
    'latest_charge.balance_transaction',
    'total_count',
  ],
  ...[
    'default_payment_method',
    'data.object',
    'invoice.subscription',
    'refunds',
    'data.refunds',
    'product',
    'tax_ids',
  ],
  ...[
    'a.b.c.d.e.f',
    '__proto__',
    'constructor.name',
    'data',
    'data.data',
    'lines',
    '',
    '.',
    'metadata.a',
    'id',
  ],
]

/** Bodies that are no form, or nearly none. */
export const ODD_FORMS = [
  ...[
    '=',
    '&&',
    '%',
    '%E0%A4',
    '[]',
    '[]=1',
    '[a]=1',
    'a[',
    'a]=1',
    'a[b',
    'a[][',
    'a[][]=1',
    'a[b][]=1&a[b][c]=2',
  ],
  ...['__proto__[customer]=1', 'constructor[prototype][a]=1', 'metadata[__proto__]=1', 'expand[__proto__]=1'],
  ...[
    'expand=1',
    'expand[]',
    'expand[a]=1',
    'expand[0][a]=1',
    'lines[999999][amount]=1',
    'lines[-1][amount]=1',
  ],
  ...[
    'metadata[]=1',
    'metadata[a][b]=1',
    'metadata=1',
    'limit[gt]=1',
    'created[gt][lt]=1',
    'created[]=1',
    'a=1&a=2',
  ],
  `${'a[b]'.repeat(3)}${'[c]'.repeat(60)}=1`,
  Array.from({ length: 1200 }, (_, n) => `lines[${n}][amount]=1`).join('&'),
]
