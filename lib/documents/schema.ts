import * as z from 'zod'
import { withCode } from '@/lib/issues'
import { checkSendable, type SendContext } from './checks/sendable'
import { type Draft, LINES_FULL, LINES_MAX } from './draft/draft'
import type { Field, Fields } from './field'
import { DOCUMENT_FIELDS, LINE_FIELDS } from './fields'
import * as rules from './values/rules'

/** A draft that may be saved: well formed, perhaps unfinished. Numbers are decimals, not what a locale writes. */
export const draftSchema = schemaBy((field) => field.rule(rules))

/** A draft as it was kept: of a field that was not there yet, an earlier version knew nothing. */
export const keptDraftSchema = schemaBy((field) => field.rule(rules).default(field.empty))

function schemaBy(ruleOf: (field: Field<unknown>) => z.ZodType) {
  const line = z.strictObject({ id: rules.id, ...shapeOf(LINE_FIELDS, ruleOf) })
  const lines = z.array(line).refine((all) => all.length <= LINES_MAX, withCode('too_many_lines', LINES_FULL))
  return z.strictObject({ ...shapeOf(DOCUMENT_FIELDS, ruleOf), lines }) satisfies z.ZodType<Draft>
}

type Shape<F extends Fields> = { [Name in keyof F]: z.ZodType<F[Name]['empty'], F[Name]['empty']> }

function shapeOf<F extends Fields>(fields: F, ruleOf: (field: Field<unknown>) => z.ZodType) {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, ruleOf(field)])) as Shape<F>
}

/** A draft with everything it needs to be sent. @internal Tests hold the two checks to each other by it. */
export function sendableSchema(context: SendContext) {
  return draftSchema.superRefine((draft, ctx) => {
    for (const { field, code, message } of checkSendable(draft, context)) {
      ctx.addIssue({ code: 'custom', path: field.split('.'), message, params: { code } })
    }
  })
}
