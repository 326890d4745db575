'use client'

import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState, useTransition } from 'react'
import type { BilledClient } from '@/components/documents/builder/saving/kept-drafts'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/forms/field'
import { TextInput } from '@/components/ui/forms/text-input'
import { Dialog } from '@/components/ui/overlays/dialog'
import { ErrorState } from '@/components/ui/states/error-state'
import { createClient } from '@/lib/clients/actions'
import { clientKeys } from '@/lib/clients/query-options'
import type { Refusal } from '@/lib/result'
import { hasMixedScripts, MIXED_SCRIPTS_HINT } from '@/lib/text/mixed-scripts'

type Props = { typed: string; onCreated: (client: BilledClient) => void; onCancel: () => void }

const NO_ADDRESS = { line1: '', line2: '', city: '', postalCode: '', state: '', country: '' }

/** A client in two fields; the rest can follow on the client's page. */
export default function ClientDialog({ typed, onCreated, onCancel }: Props) {
  const nameInput = useRef<HTMLInputElement>(null)
  const looksLikeEmail = typed.includes('@')
  const [values, setValues] = useState({
    name: looksLikeEmail ? '' : typed,
    email: looksLikeEmail ? typed : '',
  })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isPending, startTransition] = useTransition()
  const queries = useQueryClient()

  function submit(event: FormEvent) {
    event.preventDefault()
    event.stopPropagation()
    startTransition(async () => {
      const result = await createClient({ ...values, phone: '', address: NO_ADDRESS, language: '', note: '' })
      if (!result.ok) return setRefusal(result)
      queries.invalidateQueries({ queryKey: clientKeys.all })
      onCreated({ ...values, id: result.value.id })
    })
  }

  const errorOf = (field: string) =>
    refusal?.issues?.find((issue) => issue.field === field)?.message ??
    (refusal?.field === field ? refusal.message : undefined)

  const emailHint = hasMixedScripts(values.email) ? MIXED_SCRIPTS_HINT : 'Stripe sends the invoice here.'

  return (
    <Dialog open onOpenChange={onCancel} title="New client" initialFocus={nameInput}>
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field label="Name" error={errorOf('name')}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              ref={nameInput}
              value={values.name}
              onChange={(event) => setValues({ ...values, name: event.target.value })}
            />
          )}
        </Field>
        <Field label="E-mail" error={errorOf('email')} hint={emailHint}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              value={values.email}
              onChange={(event) => setValues({ ...values, email: event.target.value })}
            />
          )}
        </Field>
        {refusal && !refusal.field && <ErrorState title={refusal.message} requestId={refusal.requestId} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>Cancel</Button>
          <Button type="submit" variant="primary" pending={isPending}>
            Create client
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
