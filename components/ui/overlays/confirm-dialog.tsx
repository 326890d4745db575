'use client'

import { type ReactNode, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorState } from '@/components/ui/states/error-state'
import { Dialog } from './dialog'

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will happen, in one sentence. */
  consequence: ReactNode
  /** What the button does, as a verb: `Void invoice`. */
  verb: string
  danger?: boolean
  /** A refusal stays in the dialog; null closes it. */
  onConfirm: () => Promise<{ message: string } | null>
}

export function ConfirmDialog({ open, onOpenChange, title, consequence, verb, danger, onConfirm }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [pending, startTransition] = useTransition()

  function change(next: boolean) {
    setRefusal(null)
    onOpenChange(next)
  }

  function confirm() {
    startTransition(async () => {
      const refused = await onConfirm()
      if (refused) setRefusal(refused.message)
      else change(false)
    })
  }

  return (
    <Dialog
      open={open}
      onOpenChange={change}
      title={title}
      description={consequence}
      actions={
        <>
          <Button onClick={() => change(false)}>Cancel</Button>
          <Button variant={danger ? 'danger' : 'primary'} pending={pending} onClick={confirm}>
            {verb}
          </Button>
        </>
      }
    >
      {refusal && <ErrorState title={refusal} />}
    </Dialog>
  )
}
