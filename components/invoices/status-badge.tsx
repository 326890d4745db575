import { Badge, type Tone } from '@/components/ui/badge'
import type { IconName } from '@/components/ui/icons/icons'
import { badgeOf, type StatusFacts } from '@/lib/invoices/status'

export type StatusWord = ReturnType<typeof badgeOf>

const LOOKS: Record<StatusWord, [label: string, tone: Tone, icon: IconName]> = {
  draft: ['Draft', 'grey', 'pencil-line'],
  open: ['Open', 'blue', 'circle-dot'],
  paid: ['Paid', 'green', 'circle-check'],
  void: ['Void', 'muted', 'ban'],
  uncollectible: ['Uncollectible', 'muted', 'circle-slash'],
  sending: ['Sending', 'blue', 'send'],
  needs_attention: ['Needs attention', 'red', 'triangle-alert'],
  payment_failed: ['Payment failed', 'red', 'circle-x'],
  processing: ['Processing', 'violet', 'hourglass'],
  overdue: ['Overdue', 'red', 'circle-alert'],
  due_soon: ['Due soon', 'amber', 'clock'],
  partly_paid: ['Partly paid', 'blue', 'circle-dashed'],
}

type Props = { invoice: StatusFacts; today: string }

export function StatusBadge({ invoice, today }: Props) {
  const [label, tone, icon] = LOOKS[badgeOf(invoice, today)]
  return (
    <Badge tone={tone} icon={icon}>
      {label}
    </Badge>
  )
}

export function statusLabel(word: StatusWord) {
  return LOOKS[word][0]
}
