'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/forms/field'
import { SubmitButton } from '@/components/ui/forms/submit-button'
import { signIn } from '@/lib/accounts/actions'
import { formStart, messageFor, messageForAll } from '@/lib/http/actions/form-state'
import { EmailInput } from './email-input'
import { FormRefusal } from './form-refusal'
import { PasswordInput } from './password-input'

export function SignInForm({ next }: { next: string | undefined }) {
  const [state, submit] = useActionState(signIn, formStart())
  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal message={messageForAll(state)} />
      {next && <input type="hidden" name="next" value={next} />}
      <Field label="E-mail" error={messageFor(state, 'email')}>
        {(control) => <EmailInput {...control} defaultValue={state.values.email} />}
      </Field>
      <Field label="Password" error={messageFor(state, 'password')}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </Field>
      <SubmitButton>Sign in</SubmitButton>
    </form>
  )
}
