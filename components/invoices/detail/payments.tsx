import { Section } from '@/components/ui/section'
import { Moment } from '@/components/ui/text/moment'
import { Money } from '@/components/ui/text/money'
import type { PaymentView } from '@/lib/invoices/view'

const WORDS: Record<PaymentView['status'], string> = {
  open: 'Not paid yet',
  paid: 'Paid',
  processing: 'On its way',
  failed: 'Failed',
  canceled: 'Canceled',
}

const UNTRIED: PaymentView['status'][] = ['open', 'canceled']

/** A payment that nobody has tried yet is no payment to tell of. */
export function Payments({ payments }: { payments: PaymentView[] }) {
  const tried = payments.filter(({ status, failure }) => failure || !UNTRIED.includes(status))
  if (tried.length === 0) return null
  return (
    <Section title="Payments">
      <ul className="grid gap-3">
        {tried.map(({ id, method, amountMinor, currency, status, failure, at }) => (
          <li key={id} className="grid grid-cols-[1fr_auto] gap-x-4">
            <span>{method}</span>
            <Money minor={amountMinor} currency={currency} className="text-right" />
            <span className="text-small text-quiet">
              {WORDS[status]} <Moment at={at} />
            </span>
            {failure && <span className="col-span-2 text-small text-red">{failure}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
