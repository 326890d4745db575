/** The names that parameters and paths give to objects whose `object` is called otherwise. */
const OTHER_NAMES: Record<string, string> = {
  account_tax_ids: 'tax_id',
  balance_transaction: 'customer_balance_transaction',
  default_payment_method: 'payment_method',
  default_source: 'payment_method',
  default_tax_rates: 'tax_rate',
  invoice_item: 'invoiceitem',
  invoice_line_item: 'line_item',
  line: 'line_item',
  source: 'card',
  test_clock: 'test_helpers.test_clock',
}

const MOST_OF_A_KIND = 40
const MOST = 400

/** Every id that answers have told of, by the kind of its object, and which object names which. */
export class KnownIds {
  private readonly byKind = new Map<string, string[]>()
  private readonly named = new Map<string, Set<string>>()
  private readonly all: string[] = []

  /** Notes every object in an answer. */
  learn(value: unknown) {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && 'object' in value) {
      const [id, kind] = [String(value.id), String(value.object)]
      if ('deleted' in value) return this.forget(id)
      // A preview has an id, but is nowhere.
      if (!/^upcoming_/.test(id)) this.note(kind, id, Object.values(value))
    }
    for (const inner of Object.values(value)) this.learn(inner)
  }

  /** What a parameter or a segment of a path may mean, such as `customer`, `tax_rates` or `invoices`; late ones last. */
  called(name: string): readonly string[] {
    const singular = name.replace(/s$/, '')
    const kinds = new Set([name, singular, OTHER_NAMES[name], OTHER_NAMES[singular]])
    return [...kinds].flatMap((kind) => (kind ? (this.byKind.get(kind) ?? []) : []))
  }

  /** Whether one object names the other, as a line names its invoice. */
  belongs(id: string, other: string): boolean {
    return Boolean(this.named.get(id)?.has(other) || this.named.get(other)?.has(id))
  }

  everything(): readonly string[] {
    return this.all
  }

  private note(kind: string, id: string, values: unknown[]) {
    this.named.set(id, new Set(values.filter((value) => typeof value === 'string')))
    const known = this.byKind.get(kind) ?? []
    if (known.includes(id)) return
    this.byKind.set(kind, [...known, id].slice(-MOST_OF_A_KIND))
    this.all.push(id)
    if (this.all.length > MOST) this.all.shift()
  }

  /** What is deleted is still asked about, but as seldom as another thing. */
  private forget(id: string) {
    for (const [kind, known] of this.byKind) {
      if (!known.includes(id)) continue
      const others = known.filter((each) => each !== id)
      this.byKind.set(kind, others)
    }
  }
}
