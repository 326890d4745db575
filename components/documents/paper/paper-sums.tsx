import type { ReactNode } from 'react'
import { Money } from '@/components/ui/text/money'
import type { Sum } from '@/lib/documents/paper'

type Props = {
  sums: Sum[]
  currency: string
  /** Where the discount is typed; without it a discount of nothing is left out. */
  discount?: ReactNode
}

/** The sums under the lines. */
export function PaperSums({ sums, currency, discount }: Props) {
  return (
    <dl className="ml-auto grid w-full max-w-xs gap-1">
      {sums.map(({ name, label, minor }) =>
        name === 'discount' ? (
          (discount || minor !== 0) && (
            <Row key={label} label={discount ?? label} minor={minor || null} currency={currency} />
          )
        ) : (
          <Row
            key={label}
            label={label}
            minor={minor}
            currency={currency}
            isMain={name === 'total' || name === 'remaining'}
          />
        ),
      )}
    </dl>
  )
}

type RowProps = { label: ReactNode; minor: number | null; currency: string; isMain?: boolean }

function Row({ label, minor, currency, isMain }: RowProps) {
  return (
    <div
      className={
        isMain
          ? 'mt-1 flex items-center justify-between gap-4 border-t border-ink/60 pt-2 text-lead font-strong'
          : 'flex items-center justify-between gap-4'
      }
    >
      <dt className={isMain ? 'min-w-0' : 'min-w-0 text-quiet'}>{label}</dt>
      <dd>{minor !== null && <Money minor={minor} currency={currency} />}</dd>
    </div>
  )
}
