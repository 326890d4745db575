import { expect } from 'vitest'
import { rule } from '../harness/rule'

const SECTION = 'api/invoices/create'
const DAY = 86_400

rule('days until due count from the creation', SECTION, async ({ draft }) => {
  const { created, due_date } = await draft([], { days_until_due: 30 })
  expect(due_date).toBe(created + 30 * DAY)
  const today = await draft([], { days_until_due: 0 })
  expect(today.due_date).toBe(today.created)
})

rule('a due date may be given instead', SECTION, async ({ customer, stripe }) => {
  const { id } = await customer()
  const due_date = Math.floor(Date.now() / 1000) + 7 * DAY
  const terms = { customer: id, collection_method: 'send_invoice', due_date } as const
  expect((await stripe.invoices.create(terms)).due_date).toBe(due_date)
})

rule('an invoice to be sent needs a date it is due', SECTION, async ({ customer, refusal, stripe }) => {
  const { id } = await customer()
  const error = await refusal(stripe.invoices.create({ customer: id, collection_method: 'send_invoice' }))
  expect(error).toMatchObject({
    statusCode: 400,
    code: undefined,
    param: undefined,
    message:
      "If invoice collection method is 'send_invoice', you must specify 'due_date' or 'days_until_due'.",
  })
})

rule('an invoice charged by itself is never due', SECTION, async ({ customer, refusal, stripe }) => {
  const { id } = await customer()
  expect((await stripe.invoices.create({ customer: id })).due_date).toBeNull()
  expect(await refusal(stripe.invoices.create({ customer: id, days_until_due: 5 }))).toMatchObject({
    statusCode: 400,
    message:
      "You can only specify 'due_date' or 'days_until_due' if invoice collection method is 'send_invoice'.",
  })
})
