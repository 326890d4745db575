import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { addDraft, must, openAtelier, sendPatiently } from '@/lib/invoices/testing/testing'
import { stripeFor } from '@/lib/stripe/stripe-for'
import { mirrorOf, type StripeInvoice } from './projection'

testDatabase()

let open: StripeInvoice
beforeAll(async () => {
  const atelier = await openAtelier()
  const draft = await addDraft(atelier)
  must(await sendPatiently(atelier.member, { ...draft, kind: 'finalize' }))
  open = await stripeFor(atelier.workspace).retrieveInvoice(
    atelier.emulator.admin.invoices(atelier.account)[0]?.id ?? '',
  )
})

const ZONE = 'Europe/Berlin'

test('copies what Stripe says of an open invoice', () => {
  expect(mirrorOf(open, ZONE)).toMatchObject({
    stripeId: open.id,
    status: 'open',
    totalMinor: 14_400,
    taxMinor: 1_900,
    amountRemainingMinor: 14_400,
    paymentState: 'none',
    paidOutOfBand: false,
    payments: [{ status: 'open', amountMinor: 14_400, failure: null }],
  })
})

test('a due date is the day it is in the zone of the business', () => {
  const due_date = Date.UTC(2027, 5, 1, 11, 30) / 1000
  expect(mirrorOf({ ...open, due_date }, 'Pacific/Kiritimati').dueDate).toBe('2027-06-02')
  expect(mirrorOf({ ...open, due_date }, 'Pacific/Pago_Pago').dueDate).toBe('2027-06-01')
  expect(mirrorOf({ ...open, due_date: null }, ZONE).dueDate).toBeNull()
})

test('paid without an attempt is paid outside Stripe', () => {
  const paid = { ...open, status: 'paid', amount_paid: 14_400, amount_remaining: 0 }
  expect(mirrorOf({ ...paid, attempted: false }, ZONE).payments.at(-1)?.method).toBe('Outside Stripe')
  expect(mirrorOf({ ...paid, attempted: true }, ZONE).paidOutOfBand).toBe(false)
  expect(mirrorOf({ ...paid, attempted: false, amount_paid: 0 }, ZONE).paidOutOfBand).toBe(false)
})

test('a status that Stripe did not have is refused, not guessed', () => {
  expect(() => mirrorOf({ ...open, status: 'paused' }, ZONE)).toThrow(/status we do not know: paused/)
})

test('the same invoice gives the same copy', () => {
  expect(mirrorOf(structuredClone(mirrorSource()), ZONE)).toEqual(mirrorOf(open, ZONE))
})

// Decimals are frozen objects that cannot be cloned; the copy needs none of them.
function mirrorSource() {
  return { ...open, lines: { ...open.lines, data: [] } }
}
