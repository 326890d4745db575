import type { Operation } from '../../transport/operation'
import type { FormValue } from '../../transport/params/form'
import type { Param, Shape } from '../../transport/params/params'
import { Refusal } from '../../wire/refusal'
import type { Field, Schema, Schemas } from '../schema/schema'

/** What one side knows and the other does not, as full names such as `items[][price]` or `status=open`. */
export interface Difference {
  /** The SDK's types know it; the emulator refuses it. */
  unread: string[]
  /** The emulator reads it; no type of the SDK knows it. */
  untyped: string[]
  /** The emulator asks for it; the SDK's types leave it open. */
  demanded: string[]
  /** The emulator reads it, and nothing depends on it. */
  ignored: string[]
}

type Fields = Record<string, Field>

/** Compares the parameters of operations with the SDK's types of them. */
export class ParamsComparison {
  constructor(private readonly schemas: Schemas) {}

  /** The SDK's name of an operation's request: `POST /v1/customers/*`. */
  static requestOf({ method, path }: Operation): string {
    return `${method} ${path.replaceAll(/:\w+/g, '*')}`
  }

  compare(operation: Operation): Difference {
    const request = ParamsComparison.requestOf(operation)
    const schema = this.schemas.requests[request]
    if (!schema) throw new Error(`The SDK makes no request ${request}.`)
    const { expand: _, ...fields } = this.fieldsOf(schema) ?? {}
    return this.fields(operation.shape, fields, '')
  }

  private fields(shape: Shape, fields: Fields, at: string): Difference {
    const inside = (name: string) => (at === '' ? name : `${at}[${name}]`)
    const shared = Object.entries(shape).flatMap(([name, param]) => {
      const field = fields[name]
      return field ? [this.field(param, field, inside(name))] : []
    })
    const unread = Object.keys(fields).filter((name) => !Object.hasOwn(shape, name))
    const untyped = Object.keys(shape).filter((name) => !Object.hasOwn(fields, name))
    return together({ unread: unread.map(inside), untyped: untyped.map(inside) }, ...shared)
  }

  private field(param: Param<unknown>, { schema, optional }: Field, at: string): Difference {
    const ignored = param.isIgnored ? [at] : []
    const demanded = param.isRequired && optional ? [at] : []
    return together({ demanded, ignored }, this.param(param, schema, at))
  }

  private param(param: Param<unknown>, schema: Schema, at: string): Difference {
    const unread = this.valuesOf(schema)
      .filter((value) => !takes(param, value, at))
      .map((value) => `${at}=${value}`)
    const fields = this.fieldsOf(schema)
    const item = this.itemOf(schema)
    const { holds } = param
    if (item && holds && 'each' in holds) return together({ unread }, this.param(holds.each, item, `${at}[]`))
    if (item && !takes(param, ['1'], at)) return together({ unread: [...unread, `${at}[]`] })
    if (fields && holds && 'fields' in holds)
      return together({ unread }, this.fields(holds.fields, fields, at))
    const entry = this.entryOf(schema)
    if (entry && holds && 'byKey' in holds)
      return together({ unread }, this.param(holds.byKey, entry, `${at}[*]`))
    if (!fields) return together({ unread, untyped: this.untypedIn(param, schema, at) })
    const names = Object.keys(fields).filter((name) => !takes(param, { [name]: '1' }, at))
    return together({ unread: [...unread, ...names.map((name) => `${at}[${name}]`)] })
  }

  /** What stands in a parameter here that no type knows: words of an enum, or parts of what is a text there. */
  private untypedIn({ holds }: Param<unknown>, schema: Schema, at: string): string[] {
    const parts = this.parts(schema)
    if (holds && 'each' in holds) return [`${at}[]`]
    if (holds && 'fields' in holds) {
      const isMap = parts.some((part) => part.is === 'hash' || part.is === 'any')
      return isMap ? [] : Object.keys(holds.fields).map((name) => `${at}[${name}]`)
    }
    const isOpen = parts.some(({ is }) => is !== 'literal' && is !== 'null')
    if (isOpen || !holds) return []
    const known = this.valuesOf(schema)
    if (!('values' in holds)) return []
    return holds.values.filter((value) => !known.includes(value)).map((value) => `${at}=${value}`)
  }

  /** The texts a schema lists; a truth value is one of two. */
  private valuesOf(schema: Schema): string[] {
    return this.parts(schema).flatMap((part) => {
      if (part.is === 'literal') return part.values.map(String)
      return part.is === 'boolean' ? ['true', 'false'] : []
    })
  }

  private fieldsOf(schema: Schema): Fields | undefined {
    const hashes = this.parts(schema).flatMap((part) => (part.is === 'hash' ? [part.fields] : []))
    return hashes.length > 0
      ? Object.fromEntries(hashes.flatMap((fields) => Object.entries(fields)))
      : undefined
  }

  /** What stands under any key of a map. */
  private entryOf(schema: Schema): Schema | undefined {
    const entries = this.parts(schema).flatMap((part) => (part.is === 'hash' && part.rest ? [part.rest] : []))
    return entries[0]
  }

  private itemOf(schema: Schema): Schema | undefined {
    const items = this.parts(schema).flatMap((part) => (part.is === 'list' ? [part.of] : []))
    return items[0]
  }

  private parts(schema: Schema): Schema[] {
    if (schema.is === 'union') return schema.of.flatMap((each) => this.parts(each))
    return schema.is === 'ref' ? this.parts(this.schemas.definitions[schema.to] ?? { is: 'any' }) : [schema]
  }
}

function takes(param: Param<unknown>, value: FormValue, at: string): boolean {
  try {
    param.read(value, at)
    return true
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

function together(...differences: Partial<Difference>[]): Difference {
  return {
    unread: differences.flatMap(({ unread = [] }) => unread),
    untyped: differences.flatMap(({ untyped = [] }) => untyped),
    demanded: differences.flatMap(({ demanded = [] }) => demanded),
    ignored: differences.flatMap(({ ignored = [] }) => ignored),
  }
}
