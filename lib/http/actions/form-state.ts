import type { Refusal } from '@/lib/result'

/** What a form that works without script carries from one try to the next: what was typed, and what was refused. */
export type FormState = { values: Readonly<Record<string, string>>; refusal: Refusal | null }

/** A state as it is before the first try. */
export function formStart(values: Record<string, string> = {}): FormState {
  return { values, refusal: null }
}

/** The message that belongs beside a field. */
export function messageFor({ refusal }: FormState, field: string): string | undefined {
  const issue = refusal?.issues?.find((issue) => issue.field === field)
  return issue?.message ?? (refusal?.field === field ? refusal.message : undefined)
}

/** The message that belongs to no field, shown above the form. */
export function messageForAll({ refusal }: FormState): string | undefined {
  return refusal && !refusal.field && !refusal.issues?.some((issue) => issue.field)
    ? refusal.message
    : undefined
}
