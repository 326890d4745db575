'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { BilledClient } from '@/components/documents/builder/saving/kept-drafts'
import { Combobox } from '@/components/ui/forms/combobox'
import { clientsQuery } from '@/lib/clients/query-options'
import type { Draft } from '@/lib/documents/draft/draft'
import { paths } from '@/lib/paths'
import { Cell } from './cell'
import { paperField } from './paper-style'

const ClientDialog = lazy(() => import('./client-dialog'))

type Props = { client: BilledClient | null; onClientChange: (client: BilledClient) => void }

/** Who is billed: found by name or e-mail, or made on the spot. */
export function ClientField({ client, onClientChange }: Props) {
  const { control } = useFormContext<Draft>()
  const { field, fieldState } = useController({ control, name: 'clientId' })
  const [query, setQuery] = useState(client?.name ?? '')
  const [newName, setNewName] = useState<string | null>(null)
  const wanted = query === client?.name ? '' : query.trim()
  const search = useDeferredValue(wanted)
  const { data, isPending, isError, isPlaceholderData } = useQuery(clientsQuery(search))
  const isAnswered = search === wanted && !isPlaceholderData
  // Until the answer to what is typed has come, Enter must not choose somebody who does not fit it.
  const rows = (data?.rows ?? []).filter((row) => isAnswered || isLike(row, wanted))

  function choose(chosen: BilledClient) {
    onClientChange(chosen)
    field.onChange(chosen.id)
    setQuery(chosen.name)
    setNewName(null)
  }

  return (
    <Cell field="clientId" label="Bill to" error={fieldState.error?.message}>
      {(control) => (
        <>
          <Combobox
            control={{ ...control, autoFocus: client === null, placeholder: 'Name or e-mail of a client' }}
            inputClassName={paperField}
            value={client && { value: client.id, label: client.name }}
            options={rows.map(({ id, name, email }) => ({ value: id, label: name, detail: email }))}
            onChange={({ value }) => {
              const row = rows.find(({ id }) => id === value)
              if (row) choose(row)
            }}
            query={query}
            onQueryChange={setQuery}
            status={statusOf({ isPending, isError, isEmpty: rows.length === 0, wanted })}
            create={{
              label: wanted ? `New client “${wanted}”` : 'New client',
              run: () => setNewName(wanted),
            }}
          />
          {client && <ClientNote client={client} />}
          <Suspense>
            {newName !== null && (
              <ClientDialog typed={newName} onCreated={choose} onCancel={() => setNewName(null)} />
            )}
          </Suspense>
        </>
      )}
    </Cell>
  )
}

function isLike({ name, email }: BilledClient, wanted: string) {
  return `${name} ${email}`.toLowerCase().includes(wanted.toLowerCase())
}

function ClientNote({ client }: { client: BilledClient }) {
  if (client.email) return <p className="truncate text-small text-quiet">{client.email}</p>
  return (
    <p className="text-small text-amber">
      No e-mail address yet.{' '}
      <a href={paths.client(client.id)} target="_blank" rel="noreferrer" className="underline">
        Add one
      </a>
    </p>
  )
}

type Search = { isPending: boolean; isError: boolean; isEmpty: boolean; wanted: string }

function statusOf({ isPending, isError, isEmpty, wanted }: Search) {
  if (isError) return 'The clients could not be loaded. Type again to retry.'
  if (isPending) return 'Searching…'
  if (!isEmpty) return undefined
  return wanted ? `Nobody is called “${wanted}” yet.` : 'No clients yet.'
}
