import { expect, onTestFinished, test } from 'vitest'
import { onPostgres } from '@/db/testing/testing'
import { callAction } from './action-call'
import { startApp } from './app'
import { clientOf } from './equality'
import { inside, postgresPlace } from './places'
import { LocalStripe } from './stripe'
import { createStudio } from './studio'
import { deliver } from './webhook'

onPostgres((adminUrl) => {
  test('a webhook to one server turns the table of the other', async () => {
    const stripe = await LocalStripe.start()
    onTestFinished(() => stripe.close())
    const place = await postgresPlace(adminUrl)
    onTestFinished(place.remove)
    const { cookie, drafts } = await inside(place, () => createStudio(1))
    const [draft] = drafts
    if (!draft) throw new Error('There is no draft.')
    const [one, other] = await Promise.all([startApp(place, stripe), startApp(place, stripe)])
    await callAction(one.origin, cookie, 'sendInvoice', draft)

    const sdk = clientOf(stripe)
    const [invoice] = (await sdk.invoices.list()).data
    if (!invoice) throw new Error('Nothing was sent.')
    const stream = await fetch(`${other.origin}/api/live`, { headers: { cookie } })
    const news = heard(stream, draft.id)
    await sdk.invoices.pay(invoice.id, { paid_out_of_band: true })
    const [paid] = (await sdk.events.list({ type: 'invoice.paid' })).data
    if (!paid) throw new Error('Stripe made no event.')
    await deliver(paid, one)

    expect(await news).toMatchObject({ topics: ['invoices'] })
    const list = await fetch(`${other.origin}/api/invoices`, { headers: { cookie } })
    expect(await list.json()).toMatchObject({ rows: [{ id: draft.id, status: 'paid' }] })
  })
})

/** The first news on a stream that names an invoice. */
async function heard({ body }: Response, invoiceId: string): Promise<unknown> {
  let text = ''
  for await (const bytes of body ?? []) {
    text += Buffer.from(bytes).toString()
    for (const [, data = ''] of text.matchAll(/^data: (.*)$/gm))
      if (data.includes(invoiceId)) return JSON.parse(data)
  }
  throw new Error(`The stream ended with ${text}`)
}
