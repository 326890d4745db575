import { BackLink } from '@/components/ui/back-link'
import { ButtonLink } from '@/components/ui/button-link'
import { Section } from '@/components/ui/section'
import type { ClientChoices } from '@/lib/clients/choices'
import type { ClientDetail } from '@/lib/clients/view'
import { paths } from '@/lib/paths'
import { ClientForm } from './client-form'
import { ClientInvoices } from './client-invoices'

type Props = { client: ClientDetail; choices: ClientChoices; canWrite: boolean }

/** One client: what they were billed, and what is known of them. */
export function ClientView({ client: { id, values }, choices, canWrite }: Props) {
  return (
    <div className="grid gap-8">
      <header className="grid gap-4">
        <BackLink href={paths.clients}>Clients</BackLink>
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div className="min-w-0">
            <h1 className="text-title font-strong">{values.name}</h1>
            <p className="text-quiet">{values.email || 'No e-mail, so invoices cannot be sent'}</p>
          </div>
          {canWrite && <ButtonLink href={paths.newInvoiceFor(id)}>Bill this client</ButtonLink>}
        </div>
      </header>
      <Section title="Invoices">
        <ClientInvoices clientId={id} canWrite={canWrite} />
      </Section>
      {canWrite && (
        <Section title="Details">
          <p className="text-quiet">Changes show on the next invoice; those already sent stay as they are.</p>
          <div className="max-w-xl">
            <ClientForm id={id} values={values} choices={choices} />
          </div>
        </Section>
      )}
    </div>
  )
}
