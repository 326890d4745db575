import { AS_TYPED, type Kind } from './kind'

/** One of a few words, each with what a person calls it; the first is what a new document has. */
export function choice<Word extends string>(names: Record<Word, string>, first: NoInfer<Word>): Kind<Word> {
  return { ...AS_TYPED, empty: first, rule: (rules) => rules.oneOf(names) }
}

export const currencyCode: Kind<string> = { ...AS_TYPED, empty: '', rule: (rules) => rules.currency }

/** The id of a client; null while none is chosen. */
export const clientId: Kind<string | null> = {
  ...AS_TYPED,
  empty: null,
  rule: (rules) => rules.id.nullable(),
}
