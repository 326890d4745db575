'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { withoutSpareLines } from '@/lib/documents/draft/draft'
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

/** A document, edited where its words will stand. */
export function Builder({ start, isNew, ...facts }: Props) {
  const { form, autosave, status, client, setClient } = useDraft(start, facts)
  const { words, nextPath, editPath } = facts.kind
  const router = useRouter()
  const [isLeaving, setLeaving] = useState(false)

  const review = form.handleSubmit(async () => {
    setLeaving(true)
    if (await autosave.flush()) router.push(nextPath(start.id))
    else setLeaving(false)
  })

  function submit(event?: FormEvent) {
    event?.preventDefault()
    dropSpareLines()
    return review()
  }

  // Of rows that nobody wrote in the last one stays, to say what is missing.
  function dropSpareLines() {
    const { lines } = form.getValues()
    const { lines: written } = withoutSpareLines(form.getValues())
    if (written.length > 0 && written.length < lines.length) form.setValue('lines', written)
  }

  useBuilderKeys({ save: autosave.flush, review: submit })

  function takeTheirs() {
    autosave.takeTheirs()
    location.assign(editPath(start.id))
  }

  return (
    <FormProvider {...form}>
      <BuilderContext value={facts}>
        <form onSubmit={submit} noValidate aria-label={words.title} className="grid gap-4">
          <Toolbar
            title={isNew ? words.newTitle : words.draftTitle}
            next={words.next}
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
