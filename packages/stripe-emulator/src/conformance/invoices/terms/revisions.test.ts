import { expect } from 'vitest'
import { rule } from '../../harness/rule'

const SECTION = 'invoicing/invoice-edits'

rule('a revision is a draft with the lines and terms of the original', SECTION, async ({ stripe, open }) => {
  const original = await open(undefined, { description: 'As agreed', metadata: { order: '7' } })
  const revision = await stripe.invoices.create({
    from_invoice: { action: 'revision', invoice: original.id },
  })
  expect(revision).toMatchObject({
    status: 'draft',
    number: null,
    customer: original.customer,
    description: 'As agreed',
    metadata: { order: '7' },
    total: original.total,
    from_invoice: { action: 'revision', invoice: original.id },
  })
  expect(revision.lines.data[0]?.id).not.toBe(original.lines.data[0]?.id)
})

rule('the original stays open until its revision is final', SECTION, async ({ stripe, open }) => {
  const original = await open()
  const from_invoice = { action: 'revision', invoice: original.id } as const
  const revision = await stripe.invoices.create({ from_invoice })
  expect(await stripe.invoices.retrieve(original.id)).toMatchObject({ status: 'open', latest_revision: null })
  const final = await stripe.invoices.finalizeInvoice(revision.id)
  expect(final.number).not.toBe(original.number)
  expect(await stripe.invoices.retrieve(original.id)).toMatchObject({
    status: 'void',
    latest_revision: revision.id,
  })
})

rule('editing a revision leaves the original alone', SECTION, async ({ stripe, open }) => {
  const original = await open()
  const revision = await stripe.invoices.create({
    from_invoice: { action: 'revision', invoice: original.id },
  })
  const [line] = revision.lines.data
  await stripe.invoices.updateLineItem(revision.id, line?.id ?? '', { quantity: 5 })
  expect((await stripe.invoices.retrieve(revision.id)).total).toBe(7500)
  expect((await stripe.invoices.retrieve(original.id)).total).toBe(3000)
})

rule('an uncollectible invoice may be revised', SECTION, async ({ stripe, open }) => {
  const { id } = await open()
  await stripe.invoices.markUncollectible(id)
  const revision = await stripe.invoices.create({ from_invoice: { action: 'revision', invoice: id } })
  expect(revision.status).toBe('draft')
})

for (const end of ['paid', 'void', 'draft'] as const) {
  rule(`a ${end} invoice cannot be revised`, SECTION, async ({ stripe, open, draft, refusal }) => {
    const { id } = end === 'draft' ? await draft() : await open()
    if (end === 'paid') await stripe.invoices.pay(id, { paid_out_of_band: true })
    if (end === 'void') await stripe.invoices.voidInvoice(id)
    const error = await refusal(stripe.invoices.create({ from_invoice: { action: 'revision', invoice: id } }))
    expect(error).toMatchObject({ statusCode: 400, rawType: 'invalid_request_error' })
  })
}

rule('the original and its latest revision may be expanded', SECTION, async ({ stripe, open }) => {
  const original = await open()
  const from_invoice = { action: 'revision', invoice: original.id } as const
  const revision = await stripe.invoices.create({ from_invoice, expand: ['from_invoice.invoice'] })
  expect(revision.from_invoice?.invoice).toMatchObject({ object: 'invoice', id: original.id })
  await stripe.invoices.finalizeInvoice(revision.id)
  const voided = await stripe.invoices.retrieve(original.id, { expand: ['latest_revision'] })
  expect(voided.latest_revision).toMatchObject({ object: 'invoice', id: revision.id })
})
