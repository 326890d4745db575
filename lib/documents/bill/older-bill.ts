import 'server-only'
import { z } from 'zod'
import { emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import type { Discount } from '@/lib/documents/values/discount'
import { toMajor } from '@/lib/money/format'
import { unitPriceFrom } from '@/lib/money/minor-units'
import { customerSchema } from '@/lib/stripe/customer'

const { clientId: _, terms: __, ...NOTHING_ELSE } = emptyDraft()

const olderDiscount = z.union([
  z.object({ kind: z.literal('percent'), percent: z.string() }),
  z.object({ kind: z.literal('amount'), amountMinor: z.int() }),
])

/**
 * A bill as it was kept before it held the draft's own lines. An operation that was open then is finished with the very
 * parameters that it began with.
 */
export const olderBill = z
  .object({
    invoiceId: z.string(),
    workspaceId: z.string(),
    client: customerSchema,
    currency: z.string(),
    inclusive: z.boolean(),
    dueAt: z.int(),
    memo: z.string(),
    footer: z.string(),
    discount: olderDiscount.nullable(),
    lines: z.array(
      z.object({
        id: z.string(),
        description: z.string(),
        quantity: z.string(),
        unitAmountDecimal: z.string(),
        taxPercent: z.string().nullable(),
        discount: olderDiscount.nullable(),
      }),
    ),
    totalMinor: z.int(),
  })
  .transform(({ inclusive, discount, lines, ...bill }) => ({
    ...NOTHING_ELSE,
    ...bill,
    timeZone: 'UTC',
    taxBehavior: inclusive ? ('inclusive' as const) : ('exclusive' as const),
    discount: discountOf(discount, bill.currency),
    lines: lines.map(({ unitAmountDecimal, ...line }) => ({
      ...emptyLine(line.id),
      ...line,
      unitPrice: unitPriceFrom(unitAmountDecimal, bill.currency),
      taxPercent: line.taxPercent ?? '',
      discount: discountOf(line.discount, bill.currency),
    })),
  }))

function discountOf(discount: z.infer<typeof olderDiscount> | null, currency: string): Discount | null {
  if (discount?.kind === 'percent') return { kind: 'percent', value: discount.percent }
  return discount && { kind: 'amount', value: toMajor(discount.amountMinor, currency) }
}
