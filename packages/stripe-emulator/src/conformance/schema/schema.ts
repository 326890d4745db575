/** What a value on the wire may be. `ref` counts into `definitions`, so types may hold one another. */
export type Schema =
  | { is: 'any' | 'boolean' | 'decimal' | 'integer' | 'null' | 'number' | 'string' }
  /** Any object of Stripe's, known by its own `object`. */
  | { is: 'object' }
  | { is: 'literal'; values: Literal[] }
  | { is: 'list'; of: Schema }
  | { is: 'hash'; fields: Record<string, Field>; rest?: Schema }
  | { is: 'ref'; to: number }
  | { is: 'union'; of: Schema[] }

export type Literal = string | number | boolean

export interface Field {
  schema: Schema
  optional?: true
}

/** Everything the SDK's types say of what Stripe sends. */
export interface Schemas {
  definitions: Schema[]
  /** By `object`: where its definitions are. More than one where a deleted one is only a stub. */
  objects: Record<string, number[]>
  /** By `type` of an event: where its definition is. */
  events: Record<string, number>
  /** By method and path, with `*` for an id: the parameters. */
  requests: Record<string, Schema>
}
