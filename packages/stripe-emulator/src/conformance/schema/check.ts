import { type Hash, isHash } from '../../wire/hash'
import { extraField, mayBeMissing } from './exceptions'
import { inWords, isPlain, isPossible, objectName, wrong } from './plain'
import type { Field, Schema, Schemas } from './schema'

/** Where a value stands: its whole path, and the path from the object of Stripe's that it belongs to. */
interface Place {
  path: string
  below: string
}

interface Options {
  /** Recorded from the real Stripe, which is known to depart from the types here and there. */
  isReal?: boolean
}

const LIST: Record<string, Field> = {
  object: { schema: { is: 'literal', values: ['list'] } },
  data: { schema: { is: 'list', of: { is: 'object' } } },
  has_more: { schema: { is: 'boolean' } },
  url: { schema: { is: 'string' } },
}

const SEARCH: Record<string, Field> = {
  ...LIST,
  object: { schema: { is: 'literal', values: ['search_result'] } },
  next_page: { schema: { is: 'union', of: [{ is: 'string' }, { is: 'null' }] } },
  total_count: { schema: { is: 'integer' }, optional: true },
}

/** Compares what came over the wire with the SDK's types. */
export class Checker {
  constructor(
    private readonly schemas: Schemas,
    private readonly options: Options = {},
  ) {}

  /** What is wrong with a body, as readable lines; none when it is as the types say. */
  check(body: unknown, schema: Schema = { is: 'object' }): string[] {
    const name = isHash(body) && schema.is === 'object' ? String(body.object) : 'body'
    return this.value(schema, body, { path: name, below: name })
  }

  private value(schema: Schema, value: unknown, at: Place): string[] {
    switch (schema.is) {
      case 'any':
        return []
      case 'object':
        return isHash(value) ? this.object(value, at) : wrong(at, 'an object', value)
      case 'list':
        if (!Array.isArray(value)) return wrong(at, 'a list', value)
        return value.flatMap((each, index) =>
          this.value(schema.of, each, { ...at, path: `${at.path}[${index}]` }),
        )
      case 'hash':
        return isHash(value) ? this.hash(schema, value, at) : wrong(at, 'a hash', value)
      case 'ref':
        return this.value(this.definition(schema.to), value, at)
      case 'union':
        return this.union(schema.of, value, at)
      default:
        return isPlain(schema, value) ? [] : wrong(at, inWords(schema), value)
    }
  }

  private object(value: Hash, at: Place): string[] {
    const name = String(value.object)
    if (name === 'list') return this.hash({ is: 'hash', fields: LIST }, value, at)
    if (name === 'search_result') return this.hash({ is: 'hash', fields: SEARCH }, value, at)
    if (name === 'event') return this.event(value, at)
    const places = this.schemas.objects[name]
    if (!places) return wrong({ path: `${at.path}.object` }, 'the name of an object', value.object)
    const schemas = places.map((to): Schema => ({ is: 'ref', to }))
    return this.union(schemas, value, { ...at, below: name })
  }

  private event(value: Hash, at: Place): string[] {
    const to = this.schemas.events[String(value.type)]
    if (to === undefined) return wrong({ path: `${at.path}.type` }, 'the name of an event', value.type)
    return this.value({ is: 'ref', to }, value, { ...at, below: 'event' })
  }

  private hash(schema: Schema & { is: 'hash' }, value: Hash, at: Place): string[] {
    const below = objectName(schema) ?? at.below
    const inside = (key: string): Place => ({ path: `${at.path}.${key}`, below: `${below}.${key}` })
    const missing = Object.entries(schema.fields)
      .filter(([key, field]) => !field.optional && !Object.hasOwn(value, key))
      .filter(([key]) => !mayBeMissing(`${below}.${key}`, this.options.isReal ?? false))
      .map(([key]) => `${at.path}.${key}: missing`)
    const problems = Object.entries(value).flatMap(([key, each]) => {
      const known = Object.hasOwn(schema.fields, key) ? schema.fields[key]?.schema : schema.rest
      const allowed = known ?? extraField(`${below}.${key}`)
      if (!allowed) return [`${at.path}.${key}: unknown key`]
      return key === 'previous_attributes'
        ? this.partial(allowed, each, inside(key))
        : this.value(allowed, each, inside(key))
    })
    return [...missing, ...problems]
  }

  /** Of several types, the one that is meant: by `object` first, then by the fewest complaints. */
  private union(schemas: Schema[], value: unknown, at: Place): string[] {
    const fitting = isHash(value)
      ? this.meant(schemas, value)
      : schemas.filter((each) => isPossible(this.resolve(each), value))
    if (fitting.length === 0)
      return wrong(at, schemas.map((each) => inWords(this.resolve(each))).join(' or '), value)
    const complaints = fitting.map((each) => this.value(each, value, at))
    return complaints.reduce((best, each) => (each.length < best.length ? each : best))
  }

  private meant(schemas: Schema[], value: Hash): Schema[] {
    const hashes = schemas.filter((each) => isPossible(this.resolve(each), value))
    const alike = hashes.filter((each) => {
      const schema = this.resolve(each)
      if (schema.is !== 'hash') return true
      const isStub = Object.hasOwn(schema.fields, 'deleted') && !schema.fields.deleted?.optional
      return objectName(schema) === value.object && isStub === (value.deleted === true)
    })
    return alike.length > 0 ? alike : hashes
  }

  /** Old values of what changed: any part of the type, and null for what was not there. */
  private partial(schema: Schema, value: unknown, at: Place): string[] {
    const resolved = this.resolve(schema)
    if (value === null) return []
    if (resolved.is === 'union') {
      const complaints = resolved.of.map((each) => this.partial(each, value, at))
      return complaints.reduce((best, each) => (each.length < best.length ? each : best))
    }
    if (resolved.is !== 'hash' || !isHash(value)) return this.value(resolved, value, at)
    return Object.entries(value).flatMap(([key, each]) => {
      const below = objectName(resolved) ?? at.below
      const place = { path: `${at.path}.${key}`, below: `${below}.${key}` }
      const known = resolved.fields[key]?.schema ?? resolved.rest ?? extraField(place.below)
      return known ? this.partial(known, each, place) : [`${place.path}: unknown key`]
    })
  }

  private definition(place: number): Schema {
    return this.schemas.definitions[place] ?? { is: 'any' }
  }

  private resolve(schema: Schema): Schema {
    return schema.is === 'ref' ? this.resolve(this.definition(schema.to)) : schema
  }
}
