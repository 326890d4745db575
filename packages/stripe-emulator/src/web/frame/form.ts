import type { Context } from 'hono'

const FIELD_MAX = 200

/** Reads the posted fields, as text. A body that cannot be read counts as an empty form, and is answered as one. */
export async function readForm(c: Context): Promise<(field: string) => string> {
  const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  return (field) => {
    const value = body[field]
    return typeof value === 'string' ? value.slice(0, FIELD_MAX) : ''
  }
}
