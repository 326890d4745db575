import { type Draft, type DraftLine, emptyDraft, emptyLine } from '@/lib/documents/draft/draft'

const ID = '01936f00-0000-7000-8000-000000000001'

/** For tests: a draft that could be sent, 100.00 USD in one line. */
export function sampleDraft(more: Partial<Draft> = {}): Draft {
  return emptyDraft({
    clientId: ID,
    currency: 'usd',
    terms: { kind: 'days', days: 14 },
    lines: [sampleLine()],
    ...more,
  })
}

export function sampleLine(more: Partial<DraftLine> = {}): DraftLine {
  return { ...emptyLine(ID), description: 'Design', unitPrice: '100', ...more }
}
