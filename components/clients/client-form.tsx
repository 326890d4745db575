'use client'

import { useRouter } from 'next/navigation'
import { type SubmitEvent, useEffect, useRef, useState, useTransition } from 'react'
import { FormRefusal } from '@/components/accounts/form-refusal'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/overlays/toasts'
import { createClient, updateClient } from '@/lib/clients/actions'
import type { ClientChoices } from '@/lib/clients/choices'
import type { ClientInput } from '@/lib/clients/schema'
import { messageFor, messageForAll } from '@/lib/http/actions/form-state'
import { paths } from '@/lib/paths'
import { type Refusal, refuse } from '@/lib/result'
import { hasMixedScripts, MIXED_SCRIPTS_HINT } from '@/lib/text/mixed-scripts'
import { ClientFields } from './client-fields'
import { clientValues, NO_CLIENT } from './client-values'

type Props = { id?: string; values?: ClientInput; choices: ClientChoices }

/** A new client, or the changes of one that has an id. */
export function ClientForm({ id, values = NO_CLIENT, choices }: Props) {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isSaving, startSaving] = useTransition()
  const form = useRef<HTMLFormElement>(null)
  const router = useRouter()
  const state = { values: {}, refusal }

  // A refused field can take the focus only once it is shown as such.
  useEffect(() => {
    if (refusal) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  }, [refusal])

  function save(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = clientValues(new FormData(event.currentTarget))
    startSaving(async () => {
      const result = await (id ? updateClient({ id, values: typed }) : createClient(typed)).catch(
        () => UNREACHABLE,
      )
      setRefusal(result.ok ? null : result)
      if (!result.ok) return
      notify(hasMixedScripts(typed.email) ? `Client saved. ${MIXED_SCRIPTS_HINT}` : 'Client saved')
      if (!id) router.replace(paths.client(result.value.id))
    })
  }

  return (
    <form ref={form} onSubmit={save} noValidate className="grid gap-5">
      <FormRefusal message={messageForAll(state)} />
      <ClientFields
        values={values}
        choices={choices}
        errorOf={(field) => messageFor(state, id ? `values.${field}` : field)}
      />
      <Button type="submit" variant="primary" pending={isSaving} className="justify-self-start">
        Save client
      </Button>
    </form>
  )
}

const UNREACHABLE = refuse(
  'unreachable',
  'Centwise could not be reached. What you typed is still here: check your connection and try again.',
)
