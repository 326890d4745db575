'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useDeferredValue, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { LazyCombobox } from '@/components/ui/lazy-combobox'
import { clientsQuery } from '@/lib/clients/query-options'
import type { Draft } from '@/lib/invoices/draft'
import { paths } from '@/lib/paths'
import { Cell } from './cell'
import type { BilledClient } from './kept-drafts'
import { paperField } from './paper-style'

const ClientDialog = lazy(() => import('./client-dialog'))

type Props = { client: BilledClient | null; onClientChange: (client: BilledClient) => void }

/** Who is billed: found by name or e-mail, or made on the spot. */
export function ClientField({ client, onClientChange }: Props) {
  const { control } = useFormContext<Draft>()
  const { field, fieldState } = useController({ control, name: 'clientId' })
  const [query, setQuery] = useState(client?.name ?? '')
  const [newName, setNewName] = useState<string | null>(null)
  const search = useDeferredValue(query === client?.name ? '' : query.trim())
  const { data, isPending, isError } = useQuery(clientsQuery(search))
  const rows = data?.rows ?? []

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
          <LazyCombobox
            control={control}
            inputClassName={paperField}
            autoFocus={client === null}
            value={client && { value: client.id, label: client.name }}
            options={rows.map(({ id, name, email }) => ({ value: id, label: name, detail: email }))}
            onChange={({ value }) => {
              const row = rows.find(({ id }) => id === value)
              if (row) choose(row)
            }}
            query={query}
            onQueryChange={setQuery}
            status={statusOf({ isPending, isError, isEmpty: rows.length === 0, search })}
            placeholder="Name or e-mail of a client"
            create={{
              label: search ? `New client “${search}”` : 'New client',
              run: () => setNewName(search),
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

type Search = { isPending: boolean; isError: boolean; isEmpty: boolean; search: string }

function statusOf({ isPending, isError, isEmpty, search }: Search) {
  if (isError) return 'The clients could not be loaded. Type again to retry.'
  if (isPending) return 'Searching…'
  if (!isEmpty) return undefined
  return search ? `Nobody is called “${search}” yet.` : 'No clients yet.'
}
