/** The names that parameters and paths give to objects whose `object` is called otherwise. */
const OTHER_NAMES: Record<string, string> = {
  account_tax_ids: 'tax_id',
  default_payment_method: 'payment_method',
  default_source: 'payment_method',
  default_tax_rates: 'tax_rate',
  invoice_item: 'invoiceitem',
  line: 'line_item',
  test_clock: 'test_helpers.test_clock',
}

/** Every id that answers have told of, by the kind of its object. */
export class KnownIds {
  private readonly byKind = new Map<string, string[]>()
  private readonly all: string[] = []

  /** Notes every object in an answer. */
  learn(value: unknown) {
    if (typeof value !== 'object' || value === null) return
    if ('id' in value && 'object' in value) this.note(String(value.object), String(value.id))
    for (const inner of Object.values(value)) this.learn(inner)
  }

  /** What a parameter or a segment of a path may name, such as `customer`, `tax_rates` or `invoices`. */
  named(name: string): readonly string[] {
    const singular = name.replace(/s$/, '')
    const kinds = [name, singular, OTHER_NAMES[name], OTHER_NAMES[singular]]
    return kinds.flatMap((kind) => (kind ? (this.byKind.get(kind) ?? []) : []))
  }

  any(): readonly string[] {
    return this.all
  }

  private note(kind: string, id: string) {
    const known = this.byKind.get(kind) ?? []
    if (known.includes(id)) return
    this.byKind.set(kind, [...known, id].slice(-MOST_OF_A_KIND))
    this.all.push(id)
    if (this.all.length > MOST) this.all.shift()
  }
}

const MOST_OF_A_KIND = 40
const MOST = 400
