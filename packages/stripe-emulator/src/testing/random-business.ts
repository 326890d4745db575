import fc from 'fast-check'
import Stripe from 'stripe'

/** One thing that may be done, on the customer or invoice of that index, whatever its state. */
export type Step =
  | { do: 'draft'; customer: number; lines: LineStep[]; discount: number | null; advances: boolean }
  | { do: 'add'; invoice: number; line: LineStep }
  | { do: 'remove' | 'finalize' | 'send' | 'void' | 'uncollectible' | 'delete' | 'note'; invoice: number }
  | { do: 'pay'; invoice: number; how: 'card' | 'declined' | 'out of band' }
  | { do: 'attach'; invoice: number; share: number }
  | { do: 'credit'; invoice: number; share: number }
  | { do: 'refund'; invoice: number; share: number }
  | { do: 'balance'; customer: number; amount: number }
  | { do: 'wait'; seconds: number }

interface LineStep {
  amount: number
  quantity: number
  tax: 'none' | 'exclusive' | 'inclusive'
}

const customer = fc.nat({ max: 2 })
const invoice = fc.nat({ max: 2 })
const share = fc.integer({ min: 1, max: 120 })

const line: fc.Arbitrary<LineStep> = fc.record({
  amount: fc.integer({ min: -2000, max: 50_000 }),
  quantity: fc.integer({ min: 0, max: 7 }),
  tax: fc.constantFrom('none', 'exclusive', 'inclusive'),
})

export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('draft' as const),
      customer,
      lines: fc.array(line, { maxLength: 4 }),
      discount: fc.option(fc.integer({ min: 1, max: 100 })),
      advances: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('add' as const), invoice, line }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'finalize',
        'send',
        'finalize',
        'send',
        'void',
        'uncollectible',
        'remove',
        'delete',
        'note',
      ),
      invoice,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('pay' as const),
      invoice,
      how: fc.constantFrom('card', 'declined', 'out of band'),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constantFrom('attach', 'credit', 'refund'), invoice, share }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('balance' as const),
      customer,
      amount: fc.integer({ min: -20_000, max: 20_000 }).filter((amount) => amount !== 0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      seconds: fc.constantFrom(60, 3700, 90_000, 40 * 86_400),
    }),
  },
)

/** A business that does as told and takes a refusal for an answer. */
export class RandomBusiness {
  private customers: string[] = []
  private invoices: string[] = []
  private rates: Record<'exclusive' | 'inclusive', string> = { exclusive: '', inclusive: '' }

  constructor(
    private readonly stripe: Stripe,
    private readonly wait: (seconds: number) => Promise<void>,
  ) {}

  async open() {
    for (const name of ['Ada', 'Grace', 'Edsger']) {
      const { id } = await this.stripe.customers.create({ name, email: `${name}@example.com` })
      this.customers.push(id)
    }
    for (const kind of ['exclusive', 'inclusive'] as const) {
      const inclusive = kind === 'inclusive'
      const rate = { display_name: 'VAT', percentage: inclusive ? 20 : 7.7, inclusive }
      this.rates[kind] = (await this.stripe.taxRates.create(rate)).id
    }
  }

  async take(step: Step) {
    try {
      await this.act(step)
    } catch (error) {
      const refused = error instanceof Stripe.errors.StripeError && (error.statusCode ?? 500) < 500
      if (!refused) throw error
    }
  }

  private async act(step: Step) {
    if (step.do === 'wait') return this.wait(step.seconds)
    if (step.do === 'draft') return this.draft(step)
    if (step.do === 'balance') return this.credit(step)
    const id = this.invoices[step.invoice]
    if (id === undefined) return
    if (step.do === 'add') return this.stripe.invoices.addLines(id, { lines: [this.line(step.line)] })
    if (step.do === 'pay') return this.pay(id, step.how)
    if (step.do === 'attach' || step.do === 'credit' || step.do === 'refund') return this.part(id, step)
    return this.end(id, step.do)
  }

  private async draft({ customer, lines, discount, advances }: Extract<Step, { do: 'draft' }>) {
    const coupon = discount === null ? null : await this.stripe.coupons.create({ percent_off: discount })
    const invoice = await this.stripe.invoices.create({
      customer: this.customers[customer] ?? '',
      currency: 'usd',
      auto_advance: advances,
      collection_method: 'send_invoice',
      days_until_due: 30,
      ...(coupon ? { discounts: [{ coupon: coupon.id }] } : {}),
    })
    this.invoices.push(invoice.id)
    if (lines.length === 0) return
    await this.stripe.invoices.addLines(invoice.id, { lines: lines.map((each) => this.line(each)) })
  }

  private async credit({ customer, amount }: Extract<Step, { do: 'balance' }>) {
    const id = this.customers[customer] ?? ''
    return this.stripe.customers.createBalanceTransaction(id, { amount, currency: 'usd' })
  }

  private async pay(id: string, how: 'card' | 'declined' | 'out of band') {
    if (how === 'out of band') return this.stripe.invoices.pay(id, { paid_out_of_band: true })
    const payment_method = how === 'card' ? 'pm_card_visa' : 'pm_card_visa_chargeDeclined'
    return this.stripe.invoices.pay(id, { payment_method })
  }

  private async part(id: string, { do: what, share }: { do: 'attach' | 'credit' | 'refund'; share: number }) {
    const invoice = await this.stripe.invoices.retrieve(id)
    const part = (whole: number) => Math.round((whole * share) / 100)
    if (what === 'attach') return this.attach(invoice, part(invoice.amount_remaining))
    if (what === 'credit') return this.note(invoice, part(invoice.total))
    const { data } = await this.stripe.invoicePayments.list({ invoice: id, status: 'paid' })
    const intent = data[0]?.payment.payment_intent
    if (typeof intent === 'string') {
      await this.stripe.refunds.create({ payment_intent: intent, amount: part(data[0]?.amount_paid ?? 0) })
    }
  }

  private async attach(invoice: Stripe.Invoice, amount: number) {
    const intent = await this.stripe.paymentIntents.create({
      amount,
      currency: 'usd',
      customer: String(invoice.customer),
      payment_method: 'pm_card_visa',
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    })
    await this.stripe.invoices.attachPayment(invoice.id, { payment_intent: intent.id })
  }

  private async note({ id, status }: Stripe.Invoice, amount: number) {
    const paid = status === 'paid' ? { credit_amount: amount } : {}
    await this.stripe.creditNotes.create({ invoice: id, amount, ...paid })
  }

  private async end(
    id: string,
    what: 'remove' | 'finalize' | 'send' | 'void' | 'uncollectible' | 'delete' | 'note',
  ) {
    const { invoices } = this.stripe
    if (what === 'finalize') return invoices.finalizeInvoice(id)
    if (what === 'send') return invoices.sendInvoice(id)
    if (what === 'void') return invoices.voidInvoice(id)
    if (what === 'uncollectible') return invoices.markUncollectible(id)
    if (what === 'delete') return invoices.del(id)
    if (what === 'note') return invoices.update(id, { metadata: { noted: 'yes' } })
    const { data } = await invoices.listLineItems(id, { limit: 1 })
    const [first] = data
    if (first) await invoices.removeLines(id, { lines: [{ id: first.id, behavior: 'delete' }] })
  }

  private line({ amount, quantity, tax }: LineStep): Stripe.InvoiceAddLinesParams.Line {
    return {
      description: 'Work',
      price_data: { currency: 'usd', product_data: { name: 'Work' }, unit_amount: amount },
      quantity,
      ...(tax === 'none' ? {} : { tax_rates: [this.rates[tax]] }),
    }
  }
}
