import type { Draft, DraftLine } from '@/lib/documents/draft/draft'
import { dueDateOf } from '@/lib/documents/values/terms'

/** What is worth a second look before sending, and no reason not to. `today` is the date of the business. */
export function hintsOf(draft: Draft, today: string): string[] {
  return [...taxHints(draft.lines), ...sameLines(draft.lines), ...dueHints(draft, today)]
}

function taxHints(lines: DraftLine[]) {
  const untaxed = lines.flatMap((line, i) => (line.taxPercent === '' ? [i + 1] : []))
  if (untaxed.length === 0 || untaxed.length === lines.length) return []
  return [`${lineNames(untaxed)} ${untaxed.length === 1 ? 'has' : 'have'} no tax, unlike the others.`]
}

function sameLines(lines: DraftLine[]) {
  const places = new Map<string, number[]>()
  lines.forEach(({ description, quantity, unitPrice }, i) => {
    const words = JSON.stringify([description, quantity, unitPrice])
    places.set(words, [...(places.get(words) ?? []), i + 1])
  })
  return [...places.values()]
    .filter((same) => same.length > 1)
    .map((same) => `${lineNames(same)} are the same.`)
}

function dueHints({ terms }: Draft, today: string) {
  const dueDate = dueDateOf(terms, today)
  const weekday = new Date(`${dueDate}T00:00:00Z`).getUTCDay()
  if (dueDate === today) return ['It is due on the day it is sent.']
  if (weekday === 6) return ['It falls due on a Saturday.']
  return weekday === 0 ? ['It falls due on a Sunday.'] : []
}

function lineNames(numbers: number[]) {
  const [last, ...others] = numbers.toReversed()
  return others.length === 0 ? `Line ${last}` : `Lines ${others.toReversed().join(', ')} and ${last}`
}
