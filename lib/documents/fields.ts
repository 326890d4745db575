import { isBlank } from '@/lib/text/plain-text'
import { field } from './field'
import { choice, clientId, currencyCode } from './values/choice'
import { checkPrice, checkQuantity, checkTax, decimal, price, quantity } from './values/decimal'
import { checkDiscount, discount, discountWords } from './values/discount'
import type { CheckContext, Fault } from './values/kind'
import { checkPeriod, period, periodWords } from './values/period'
import { checkTerms, terms, termsWords } from './values/terms'
import { line, text } from './values/text'

/** Stripe's limits, in code points. */
export const DESCRIPTION_MAX = 5000
export const MEMO_MAX = 1500
export const FOOTER_MAX = 5000
export const PO_NUMBER_MAX = 140

const PRICES = { exclusive: 'without tax', inclusive: 'with tax' }

/**
 * Every field of a document, once, in the order of the page. Its name is also the column's, apart from `terms`, which
 * are two columns. What it becomes at Stripe stands in `bill/stripe-fields.ts`, where the compiler asks for it.
 */
export const DOCUMENT_FIELDS = {
  clientId: field('Client', clientId, { check: checkClient }),
  terms: field('Due', terms, { check: checkTerms, words: termsWords }),
  currency: field('Currency', currencyCode, { words: (code) => code.toUpperCase() }),
  taxBehavior: field('Prices', choice(PRICES, 'exclusive'), { words: (behavior) => PRICES[behavior] }),
  poNumber: field('PO number', line(PO_NUMBER_MAX), { words: asIs, isFact: true }),
  discount: field('Discount', discount, { check: checkDiscount, words: discountWords }),
  memo: field('Memo', text(MEMO_MAX), { words: asIs }),
  footer: field('Footer', text(FOOTER_MAX), { words: asIs }),
}

/** Every field of a line, once, in the order of the page. Their words, one after the other, say the line. */
export const LINE_FIELDS = {
  description: field('Description', text(DESCRIPTION_MAX), {
    check: checkDescription,
    words: (description) => `${description || 'no description'}:`,
  }),
  quantity: field('Quantity', quantity, { check: checkQuantity, words: (count) => ` ${count || '0'}` }),
  unitPrice: field('Price', price, { check: checkPrice, words: (each) => ` × ${each || '0'}` }),
  taxPercent: field('Tax', decimal, {
    check: checkTax,
    words: (percent) => (percent === '' ? '' : `, ${percent}% tax`),
  }),
  discount: field('Discount', discount, {
    check: checkDiscount,
    words: (value) => (value ? `, less ${discountWords(value)}` : ''),
  }),
  period: field('Period', period, { check: checkPeriod, words: periodWords, isOfOnce: true }),
}

function asIs(text: string) {
  return text
}

function checkClient(id: string | null, { clientEmail }: CheckContext): Fault | null {
  if (id === null) return { code: 'client_required', message: 'Choose who to bill.' }
  if (clientEmail) return null
  const message = 'Add an e-mail address to this client: the invoice goes there.'
  return { code: 'client_email_required', message }
}

function checkDescription(description: string): Fault | null {
  return isBlank(description) ? { code: 'required', message: 'Say what you are billing for.' } : null
}
