import { type Checker, SymbolFlags, type Type, TypeFlags } from 'typescript/unstable/sync'
import { FRACTIONS } from './fractions'
import type { Field, Literal, Schema } from './schema'

const PLAIN: [TypeFlags, Schema][] = [
  [TypeFlags.Null, { is: 'null' }],
  [TypeFlags.Boolean, { is: 'boolean' }],
  [TypeFlags.String, { is: 'string' }],
]

/** Turns types into schemas. A type of its own is defined once, however often it is met. */
export class TypeReader {
  readonly definitions: Schema[] = []
  private readonly places = new Map<number, number>()

  constructor(private readonly checker: Checker) {}

  /** The one literal a property may be: the `object` of an object, the `type` of an event. */
  literalOf(type: Type, property: string): string | undefined {
    const symbol = this.checker.getPropertyOfType(type, property)
    const found = symbol && this.checker.getTypeOfSymbol(symbol)
    return found?.isStringLiteralType() ? found.value : undefined
  }

  /** Where the definition of an object type is. */
  define(type: Type): number {
    const known = this.places.get(type.id)
    if (known !== undefined) return known
    const place = this.definitions.push({ is: 'any' }) - 1
    this.places.set(type.id, place)
    this.definitions[place] = this.hash(type)
    return place
  }

  /** The schema of a type that stands under a name: some names hold numbers with a fraction. */
  read(type: Type, name: string): Schema {
    const parts = type.isUnionType() && !(type.flags & TypeFlags.Boolean) ? type.getTypes() : [type]
    const wanted = parts.filter((part) => !(part.flags & (TypeFlags.Undefined | TypeFlags.Void)))
    const literals = wanted.flatMap(literalValue)
    const others = wanted.filter((part) => !part.isLiteralType() && !(literals.length && isOpenEnd(part)))
    const schemas = [...others.map((part) => this.one(part, name)), ...literalSchemas(literals)]
    const [only] = schemas
    return only && schemas.length === 1 ? only : { is: 'union', of: schemas }
  }

  private one(type: Type, name: string): Schema {
    if (type.flags & TypeFlags.Number) return { is: FRACTIONS.has(name) ? 'number' : 'integer' }
    const plain = PLAIN.find(([flag]) => type.flags & flag)
    if (plain) return plain[1]
    if (type.getAliasSymbol()?.name === 'Decimal') return { is: 'decimal' }
    if (type.isIntersectionType()) return { is: 'string' }
    if (!type.isObjectType()) return { is: 'any' }
    if (type.isTypeReference() && this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type)
      return { is: 'list', of: item ? this.read(item, name) : { is: 'any' } }
    }
    return { is: 'ref', to: this.define(type) }
  }

  private hash(type: Type): Schema {
    const symbols = this.checker.getPropertiesOfType(type)
    const types = this.checker.getTypeOfSymbol(symbols)
    const fields: Record<string, Field> = {}
    for (const [index, { name, flags }] of symbols.entries()) {
      const schema = this.read(types[index] ?? this.checker.getAnyType(), name)
      if (schema.is === 'union' && schema.of.length === 0) continue
      fields[name] = { schema, ...(flags & SymbolFlags.Optional ? { optional: true } : {}) }
    }
    const [index] = this.checker.getIndexInfosOfType(type)
    const name = type.getSymbol()?.name ?? ''
    return {
      is: 'hash',
      fields,
      ...(index ? { rest: this.read(index.valueType, name.toLowerCase()) } : {}),
    }
  }
}

function literalValue(type: Type): Literal[] {
  if (!type.isLiteralType() || typeof type.value === 'bigint') return []
  return [type.value]
}

function literalSchemas(values: Literal[]): Schema[] {
  const words = values.filter((value) => typeof value !== 'boolean')
  const truths = values.filter((value) => typeof value === 'boolean')
  const both = truths.length === 2
  const literals = both ? words : values
  return [
    ...(both ? [{ is: 'boolean' as const }] : []),
    ...(literals.length ? [{ is: 'literal' as const, values: literals }] : []),
  ]
}

/** `OtherString`: an enum that may grow. */
function isOpenEnd(type: Type): boolean {
  return type.getAliasSymbol()?.name === 'OtherString'
}
