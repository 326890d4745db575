'use client'

import { useEffect, useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { Icon } from '@/components/ui/icons/icon'
import type { Draft } from '@/lib/documents/draft/draft'
import { fieldName } from '@/lib/documents/field-path'
import { controlId, issuesFrom } from './issues'

/** How many issues are listed; the rest is counted. */
const SHOWN = 8

/** Everything to put right before the document can go on, each a way to its field. */
export function IssueSummary() {
  const { control } = useFormContext<Draft>()
  const { errors, isSubmitted, submitCount } = useFormState({ control })
  const summary = useRef<HTMLDivElement>(null)
  const issues = isSubmitted ? issuesFrom(errors) : []

  // A refused try goes on from here, which is on the page only once the form has said so.
  useEffect(() => {
    if (submitCount > 0) summary.current?.focus()
  }, [submitCount])

  if (issues.length === 0) return null

  return (
    <section
      ref={summary}
      tabIndex={-1}
      aria-labelledby="issues"
      className="mx-auto w-full max-w-3xl rounded border border-red/40 bg-red-wash px-4 py-3"
    >
      <h2 id="issues" className="flex items-center gap-2 font-strong text-red">
        <Icon name="circle-alert" />
        {issues.length === 1 ? 'One thing to put right first' : `${issues.length} things to put right first`}
      </h2>
      <ul className="mt-1 grid gap-0.5 pl-6">
        {issues.slice(0, SHOWN).map(({ field, message }) => (
          <li key={field}>
            <button
              type="button"
              onClick={() => document.getElementById(controlId(field))?.focus()}
              className="min-h-6 text-left underline decoration-red/40 hover:decoration-red"
            >
              {fieldName(field)}: {message}
            </button>
          </li>
        ))}
        {issues.length > SHOWN && <li className="text-quiet">and {issues.length - SHOWN} more</li>}
      </ul>
    </section>
  )
}
