import { Section } from '@/components/ui/section'
import { Moment } from '@/components/ui/text/moment'
import type { TimelineEntry } from '@/lib/invoices/view'

const SOURCES: Record<TimelineEntry['source'], string> = {
  you: 'You',
  client: 'Client',
  stripe: 'Stripe',
  centwise: 'Centwise',
}

/** What happened, the latest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  return (
    <Section title="Timeline">
      <ol className="grid">
        {entries.toReversed().map(({ id, title, detail, source, at }) => (
          <li key={id} className="group relative grid gap-0.5 pb-4 pl-5 last:pb-0">
            <span className="absolute top-4 bottom-[-0.25rem] left-[3px] border-l group-last:hidden" />
            <span className="absolute top-[0.4375rem] left-0 size-[7px] rounded-full bg-edge group-first:bg-accent" />
            <p>{title}</p>
            {detail && <p className="text-quiet">{detail}</p>}
            <p className="text-small text-quiet">
              {SOURCES[source]}, <Moment at={at} />
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
