'use client'

import { Cell, HeadCell, numeric, Table } from '@/components/ui/tables/table'
import { Day } from '@/components/ui/text/day'
import { useLocale } from '@/components/ui/text/locale'
import { Money } from '@/components/ui/text/money'
import type { PaperLine } from '@/lib/documents/paper'
import { amountOff, type Discount, settledDiscount } from '@/lib/documents/values/discount'
import { localDecimal } from '@/lib/money/decimals'
import { formatUnitPrice } from '@/lib/money/format'

type Props = { lines: PaperLine[]; currency: string }

export function PaperLines({ lines, currency }: Props) {
  if (lines.length === 0) return <p className="border-y py-6 text-center text-quiet">No lines yet</p>
  return (
    <div className="-mx-3 overflow-x-auto">
      <Table>
        <caption className="sr-only">Lines</caption>
        <thead>
          <tr>
            <HeadCell>Description</HeadCell>
            <HeadCell className={numeric}>Quantity</HeadCell>
            <HeadCell className={`${numeric} max-sm:hidden`}>Price</HeadCell>
            <HeadCell className={`${numeric} max-sm:hidden`}>Tax</HeadCell>
            <HeadCell className={numeric}>Amount</HeadCell>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.id} line={line} currency={currency} />
          ))}
        </tbody>
      </Table>
    </div>
  )
}

function Line({ line, currency }: { line: PaperLine; currency: string }) {
  const { locale } = useLocale()
  const { description, quantity, unitPrice, taxPercent, amountMinor } = line
  const discount = settledDiscount(line.discount, currency)
  const tax = taxPercent && `${localDecimal(taxPercent, locale)}%`
  // A draft may be looked at before it is finished.
  const price = unitPrice && formatUnitPrice(unitPrice, currency, locale)
  return (
    <tr className="border-b align-top">
      <Cell className="align-top whitespace-pre-wrap">
        {description}
        {line.period?.from && line.period.to && (
          <span className="block text-small text-quiet">
            <Day date={line.period.from} /> – <Day date={line.period.to} />
          </span>
        )}
        {discount && <DiscountNote discount={discount} currency={currency} />}
        <span className="block text-small text-quiet sm:hidden">
          {price}
          {tax && `, tax ${tax}`}
        </span>
      </Cell>
      <Cell className={`${numeric} align-top`}>{localDecimal(quantity, locale)}</Cell>
      <Cell className={`${numeric} align-top max-sm:hidden`}>{price}</Cell>
      <Cell className={`${numeric} align-top max-sm:hidden`}>{tax}</Cell>
      <Cell className={`${numeric} align-top`}>
        <Money minor={amountMinor} currency={currency} />
      </Cell>
    </tr>
  )
}

function DiscountNote({ discount, currency }: { discount: Discount; currency: string }) {
  return (
    <span className="block text-small text-quiet">
      Discount{' '}
      {discount.kind === 'percent' ? (
        `${discount.value}%`
      ) : (
        <Money minor={amountOff(discount, currency)} currency={currency} />
      )}
    </span>
  )
}
