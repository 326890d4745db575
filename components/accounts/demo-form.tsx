'use client'

import { useActionState } from 'react'
import { SubmitButton } from '@/components/ui/forms/submit-button'
import { signInAsDemo } from '@/lib/accounts/actions'
import { formStart, messageForAll } from '@/lib/http/actions/form-state'
import { FormRefusal } from './form-refusal'

/** Offered where Stripe is the emulator, and all money invented. */
export function DemoForm() {
  const [state, submit] = useActionState(signInAsDemo, formStart())
  return (
    <form action={submit} className="grid gap-3 border-t pt-5">
      <FormRefusal message={messageForAll(state)} />
      <p className="text-quiet">Or look around first, with invented clients and invoices.</p>
      <SubmitButton variant="secondary">Try the demo</SubmitButton>
    </form>
  )
}
