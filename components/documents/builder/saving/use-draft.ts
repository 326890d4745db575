'use client'

import { unstable_isUnrecognizedActionError } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { BuilderFacts } from '@/components/documents/builder/builder-context'
import { homeOf } from '@/components/documents/builder/issues'
import { useLocale } from '@/components/ui/text/locale'
import type { Draft } from '@/lib/documents/draft/draft'
import { readDraft } from '@/lib/documents/draft/typed'
import { createAutosave } from './autosave'
import { draftResolver } from './draft-resolver'
import { type BilledClient, type KeptDraft, keepDraft } from './kept-drafts'
import { checkedSave } from './save-checked'

/** How long after a change the errors are looked at again, once they were shown. */
const RECHECK_MS = 200

/** The form of one draft, kept on the server while it is written and in memory besides. */
export function useDraft(given: KeptDraft, { kind, today }: BuilderFacts) {
  // Where it began stays so: the server may send the page anew while it is written.
  const [start] = useState(given)
  const { locale } = useLocale()
  const [client, setClient] = useState(start.client)
  const form = useForm<Draft>({
    defaultValues: start.typed,
    resolver: draftResolver(locale, (draft) =>
      kind.check(draft, { today, clientEmail: client?.email || null }),
    ),
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  })
  const [autosave] = useState(() =>
    createAutosave({
      ...start,
      read: () => readDraft(form.getValues(), locale).draft,
      save: checkedSave(kind.save),
      isOutdated: unstable_isUnrecognizedActionError,
    }),
  )
  const status = useSyncExternalStore(autosave.subscribe, autosave.status, autosave.status)
  useKeeping(form, autosave, start, client)
  return { form, autosave, status, client, setClient }
}

type Autosave = ReturnType<typeof createAutosave>

function useKeeping(
  form: UseFormReturn<Draft>,
  autosave: Autosave,
  { id, savedAt, isUnsaved }: KeptDraft,
  client: BilledClient | null,
) {
  // The form, the server's answers and the window are all outside of React; leaving the page saves what is left.
  useEffect(() => {
    let recheck: ReturnType<typeof setTimeout> | undefined

    function keep() {
      const version = autosave.version()
      keepDraft({ id, version, typed: form.getValues(), client, savedAt, isUnsaved: autosave.isUnsaved() })
    }

    const stopForm = form.subscribe({
      formState: { values: true },
      callback({ name }) {
        // Without a name it is the whole form that was set, from the server.
        if (!name) return
        autosave.touch()
        keep()
        clearTimeout(recheck)
        if (form.formState.isSubmitted) recheck = setTimeout(() => form.trigger(), RECHECK_MS)
      },
    })
    const stopSaves = autosave.subscribe(() => {
      keep()
      const status = autosave.status()
      if (status.kind !== 'refused') return
      for (const { field, code, message } of status.refusal.issues ?? []) {
        form.setError(homeOf(field), { type: code, message })
      }
    })
    return () => {
      clearTimeout(recheck)
      stopForm()
      stopSaves()
    }
  }, [form, autosave, id, savedAt, client])

  // A browser asks before a tab with unsaved changes closes only when it is told to, by the window.
  useEffect(() => {
    if (isUnsaved) autosave.touch()
    function warn(event: BeforeUnloadEvent) {
      if (!autosave.isUnsaved()) return
      autosave.flush()
      event.preventDefault()
    }
    const retry = () => autosave.flush()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', retry)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', retry)
      autosave.flush()
    }
  }, [autosave, isUnsaved])
}
