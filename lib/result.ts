/** A refusal a person can do something about; anything else is thrown. */
export type Refusal = {
  ok: false
  code: string
  message: string
  /** Path of the field it stands beside, such as `lines.2.quantity`. */
  field?: string
  /** When several fields are refused at once. */
  issues?: FieldIssue[]
  requestId?: string
}

export type FieldIssue = { field: string; code: string; message: string }

export type Result<T> = { ok: true; value: T } | Refusal

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (code: string, message: string, more: Partial<Refusal> = {}): Refusal => ({
  ok: false,
  code,
  message,
  ...more,
})
