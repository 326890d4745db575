import { Icon } from '@/components/ui/icons/icon'
import { Link } from '@/components/ui/link'
import { paths } from '@/lib/paths'

export type NamedIssue = { field: string; name: string; message: string }

/** What was found in one version of the draft: what must be put right, and what is only worth a look. */
export type Checks = { version: number; issues: NamedIssue[]; hints: string[] }

export function ChecksList({ id, checks: { issues, hints } }: { id: string; checks: Checks }) {
  if (issues.length + hints.length === 0) {
    return (
      <p className="flex items-center gap-2 text-green">
        <Icon name="circle-check" />
        Nothing stands out
      </p>
    )
  }
  return (
    <ul className="grid gap-2">
      {issues.map(({ field, name, message }) => (
        <li key={field} className="flex gap-2">
          <Icon name="circle-alert" className="mt-0.5 text-red" />
          <span>
            <span className="text-red">Must be put right.</span> {name}: {message}{' '}
            <Link href={paths.editInvoice(id)} className="underline">
              Edit
            </Link>
          </span>
        </li>
      ))}
      {hints.map((hint) => (
        <li key={hint} className="flex gap-2">
          <Icon name="lightbulb" className="mt-0.5 text-amber" />
          <span>
            <span className="text-amber">Worth a look.</span> {hint}
          </span>
        </li>
      ))}
    </ul>
  )
}
