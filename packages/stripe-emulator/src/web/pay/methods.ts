import type { HostedInvoice } from '../../admin/admin'

export const METHODS = ['card', 'us_bank_account', 'sepa_debit'] as const

export type PayMethod = (typeof METHODS)[number]

export const METHOD_LABEL: Record<PayMethod, string> = {
  card: 'Card',
  us_bank_account: 'US bank account',
  sepa_debit: 'SEPA debit',
}

const CURRENCY: Partial<Record<PayMethod, string>> = { us_bank_account: 'usd', sepa_debit: 'eur' }

/** Returns what this invoice can be paid with: what it names, or all that can move its currency. */
export function methodsOf({ currency, payment_settings }: HostedInvoice['invoice']): PayMethod[] {
  const named = payment_settings.payment_method_types
  return METHODS.filter(
    (method) => (CURRENCY[method] ?? currency) === currency && (named === null || named.includes(method)),
  )
}

export function isMethod(text: string | undefined): text is PayMethod {
  return METHODS.some((method) => method === text)
}
