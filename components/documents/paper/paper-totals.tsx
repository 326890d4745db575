import type { ReactNode } from 'react'
import { Money } from '@/components/ui/text/money'
import type { InvoiceDetail } from '@/lib/invoices/view'

/** What Stripe says it comes to; nothing is reckoned again here. */
export function PaperTotals({ invoice }: { invoice: InvoiceDetail }) {
  const { currency, taxBehavior, subtotalMinor, discountMinor, taxMinor, totalMinor } = invoice
  const { status, amountPaidMinor, amountRemainingMinor } = invoice
  return (
    <dl className="ml-auto grid w-full max-w-xs gap-1">
      <Sum label="Subtotal" minor={subtotalMinor} currency={currency} />
      {discountMinor > 0 && <Sum label="Discount" minor={-discountMinor} currency={currency} />}
      {taxMinor > 0 && (
        <Sum
          label={taxBehavior === 'inclusive' ? 'Tax included' : 'Tax'}
          minor={taxMinor}
          currency={currency}
        />
      )}
      <Sum label="Total" minor={totalMinor} currency={currency} isMain />
      {amountPaidMinor > 0 && (
        <>
          <Sum label="Paid" minor={-amountPaidMinor} currency={currency} />
          {status === 'open' && (
            <Sum label="Remaining" minor={amountRemainingMinor} currency={currency} isMain />
          )}
        </>
      )}
    </dl>
  )
}

type SumProps = { label: ReactNode; minor: number; currency: string; isMain?: boolean }

function Sum({ label, minor, currency, isMain }: SumProps) {
  return (
    <div
      className={
        isMain
          ? 'mt-1 flex items-baseline justify-between gap-4 border-t border-ink/60 pt-2 text-lead font-strong'
          : 'flex items-baseline justify-between gap-4'
      }
    >
      <dt className={isMain ? undefined : 'text-quiet'}>{label}</dt>
      <dd>
        <Money minor={minor} currency={currency} />
      </dd>
    </div>
  )
}
