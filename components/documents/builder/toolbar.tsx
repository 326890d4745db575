'use client'

import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icons/icon'
import { TotalNow } from './total-now'

type Props = { title: string; next: string; isLeaving: boolean; saveState: ReactNode }

/** Stays in view: at the head of the page, and at its foot on a phone. */
export function Toolbar({ title, next, isLeaving, saveState }: Props) {
  const { isSubmitting } = useFormState()
  return (
    <header className="z-20 flex flex-wrap items-center gap-x-4 bg-desk sm:sticky sm:top-14 sm:-my-2 sm:py-2">
      <div className="flex min-w-0 grow flex-wrap items-baseline gap-x-3">
        <h1 className="text-title font-strong">{title}</h1>
        {saveState}
      </div>
      <div className="flex items-center gap-4 max-sm:fixed max-sm:inset-x-0 max-sm:bottom-16 max-sm:border-t max-sm:bg-desk max-sm:px-4 max-sm:py-2">
        <TotalNow />
        <Button
          type="submit"
          variant="primary"
          aria-keyshortcuts="Control+Enter"
          pending={isSubmitting || isLeaving}
        >
          {next}
          <Icon name="arrow-right" />
        </Button>
      </div>
    </header>
  )
}
