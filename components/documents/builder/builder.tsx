'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { paths } from '@/lib/paths'
import { isBlank } from '@/lib/text/plain-text'
import { BuilderContext, type BuilderFacts } from './builder-context'
import { IssueSummary } from './issue-summary'
import type { KeptDraft } from './saving/kept-drafts'
import { SaveState } from './saving/save-state'
import { useDraft } from './saving/use-draft'
import { Sheet } from './sheet'
import { Toolbar } from './toolbar'
import { useBuilderKeys } from './use-builder-keys'

const ConflictDialog = lazy(() => import('./saving/conflict-dialog'))

type Props = BuilderFacts & { start: KeptDraft; isNew: boolean }

/** The invoice, edited on the invoice. */
export function Builder({ start, isNew, ...facts }: Props) {
  const { form, autosave, status, client, setClient } = useDraft(start, facts.today)
  const router = useRouter()
  const [isLeaving, setLeaving] = useState(false)

  const review = form.handleSubmit(async () => {
    setLeaving(true)
    if (await autosave.flush()) router.push(paths.reviewInvoice(start.id))
    else setLeaving(false)
  })

  function submit(event?: FormEvent) {
    event?.preventDefault()
    dropSpareLines()
    return review()
  }

  // Rows nobody wrote in are not part of the invoice; the last one stays, to say what is missing.
  function dropSpareLines() {
    const lines = form.getValues('lines')
    const written = lines.filter((line) => !isBlank(line.description) || line.unitPrice !== '')
    if (written.length > 0 && written.length < lines.length) form.setValue('lines', written)
  }

  useBuilderKeys({ save: autosave.flush, review: submit })

  function takeTheirs() {
    autosave.takeTheirs()
    location.assign(paths.editInvoice(start.id))
  }

  return (
    <FormProvider {...form}>
      <BuilderContext value={facts}>
        <form onSubmit={submit} noValidate aria-label="Invoice" className="grid gap-4">
          <Toolbar
            isNew={isNew}
            isLeaving={isLeaving}
            saveState={<SaveState id={start.id} status={status} onRetry={autosave.flush} />}
          />
          <IssueSummary />
          <Sheet client={client} onClientChange={setClient} />
        </form>
        <Suspense>
          {status.kind === 'conflict' && (
            <ConflictDialog
              mine={form.getValues()}
              stored={status.stored}
              onKeepMine={autosave.keepMine}
              onTakeTheirs={takeTheirs}
            />
          )}
        </Suspense>
      </BuilderContext>
    </FormProvider>
  )
}
