import { expect } from 'vitest'
import { rule } from '../harness/rule'

const GST = { display_name: 'GST', percentage: 9.975, inclusive: true }

rule('a tax rate gives back what it was told', 'api/tax_rates/create', async ({ stripe, eventsOf }) => {
  const told = {
    ...GST,
    country: 'CA',
    description: 'Goods and services',
    jurisdiction: 'Quebec',
    metadata: { a: '1' },
    state: 'QC',
    tax_type: 'qst' as const,
  }
  const rate = await stripe.taxRates.create(told)
  expect(rate.id).toMatch(/^txr_/)
  expect(rate).toMatchObject({
    ...told,
    object: 'tax_rate',
    active: true,
    effective_percentage: 9.975,
    flat_amount: null,
    livemode: false,
    rate_type: 'percentage',
  })
  expect((await eventsOf(rate.id)).map(({ type }) => type)).toEqual(['tax_rate.created'])
})

rule('the percentage of a tax rate is for good', 'api/tax_rates/update', async ({ stripe, api, refusal }) => {
  const { id } = await stripe.taxRates.create(GST)
  const answer = await api(`/v1/tax_rates/${id}`, { method: 'POST', body: 'percentage=5' })
  expect(answer.body.error).toMatchObject({ code: 'parameter_unknown', param: 'percentage' })
  expect(await refusal(stripe.taxRates.retrieve('txr_nope'))).toMatchObject({
    statusCode: 404,
    message: "No such tax rate: 'txr_nope'",
  })
})

rule('a percentage is at most a hundred', 'api/tax_rates/create#percentage', async ({ stripe, refusal }) => {
  const much = stripe.taxRates.create({ ...GST, percentage: 101 })
  expect(await refusal(much)).toMatchObject({ statusCode: 400, param: 'percentage' })
})

rule('an archived tax rate leaves the list of active ones', 'api/tax_rates/list', async (world) => {
  const { stripe, eventsOf } = world
  const { id } = await stripe.taxRates.create(GST)
  const other = await stripe.taxRates.create({ ...GST, inclusive: false })
  await stripe.taxRates.update(id, { active: false, display_name: 'Old GST', description: 'Gone' })
  const ids = async (filter: object) => (await stripe.taxRates.list(filter)).data.map((each) => each.id)
  expect(await ids({ active: true })).toEqual([other.id])
  expect(await ids({ inclusive: true })).toEqual([id])
  expect((await eventsOf(id)).at(-1)).toMatchObject({
    type: 'tax_rate.updated',
    data: { previous_attributes: { active: true, description: null, display_name: 'GST' } },
  })
})
