import { Day } from '@/components/ui/text/day'
import type { Paper } from '@/lib/documents/paper'
import { termsLabel } from '@/lib/documents/values/terms'
import { PaperLines } from './paper-lines'
import { PaperSums } from './paper-sums'

/** `title` is the kind of document, such as `Invoice`. */
type Props = { paper: Paper; title: string; businessName: string }

/** The document as the client has it. */
export function DocumentPaper({ paper, title, businessName }: Props) {
  const { number, customerName, customerEmail, dueDate, terms, currency, facts, lines, sums } = paper
  const { memo, footer } = paper
  return (
    <article
      aria-label={`The ${title.toLowerCase()}`}
      className="grid gap-8 rounded border bg-paper px-4 py-6 sm:p-10"
    >
      <div className="flex items-baseline justify-between gap-4">
        <p className="text-figure font-strong">{title}</p>
        <p className="text-right text-quiet">{number ?? 'Numbered when sent'}</p>
      </div>
      <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
        <Party label="Bill to" name={customerName ?? 'No client yet'} detail={customerEmail} />
        <Party label="From" name={businessName} />
        <div>
          <dt className="text-small text-quiet">Due</dt>
          <dd>{dueDate ? <Day date={dueDate} /> : terms.kind === 'days' && termsLabel(terms.days)}</dd>
        </div>
        {facts.map(({ label, text }) => (
          <Party key={label} label={label} name={text} />
        ))}
      </dl>
      <PaperLines lines={lines} currency={currency} />
      <PaperSums sums={sums} currency={currency} />
      {memo && <p className="whitespace-pre-wrap">{memo}</p>}
      {footer && <p className="border-t pt-4 text-small whitespace-pre-wrap text-quiet">{footer}</p>}
    </article>
  )
}

function Party({ label, name, detail }: { label: string; name: string; detail?: string | null }) {
  return (
    <div className="min-w-0">
      <dt className="text-small text-quiet">{label}</dt>
      <dd>{name}</dd>
      {detail && <dd className="text-quiet">{detail}</dd>}
    </div>
  )
}
