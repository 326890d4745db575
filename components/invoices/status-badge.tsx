import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  CircleX,
  Clock,
  Hourglass,
  type LucideIcon,
  PencilLine,
  Send,
  TriangleAlert,
} from 'lucide-react'
import { Badge, type Tone } from '@/components/ui/badge'
import { badgeOf, type StatusFacts } from '@/lib/invoices/status'

export type StatusWord = ReturnType<typeof badgeOf>

const LOOKS: Record<StatusWord, [label: string, tone: Tone, icon: LucideIcon]> = {
  draft: ['Draft', 'grey', PencilLine],
  open: ['Open', 'blue', CircleDot],
  paid: ['Paid', 'green', CircleCheck],
  void: ['Void', 'muted', Ban],
  uncollectible: ['Uncollectible', 'muted', CircleSlash],
  sending: ['Sending', 'blue', Send],
  needs_attention: ['Needs attention', 'red', TriangleAlert],
  payment_failed: ['Payment failed', 'red', CircleX],
  processing: ['Processing', 'violet', Hourglass],
  overdue: ['Overdue', 'red', CircleAlert],
  due_soon: ['Due soon', 'amber', Clock],
  partly_paid: ['Partly paid', 'blue', CircleDashed],
}

type Props = { invoice: StatusFacts; today: string }

export function StatusBadge({ invoice, today }: Props) {
  const [label, tone, icon] = LOOKS[badgeOf(invoice, today)]
  return (
    <Badge tone={tone} icon={icon} className="align-middle">
      {label}
    </Badge>
  )
}

export function statusLabel(word: StatusWord) {
  return LOOKS[word][0]
}
