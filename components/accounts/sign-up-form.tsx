'use client'

import { useActionState } from 'react'
import { Field } from '@/components/ui/forms/field'
import { SubmitButton } from '@/components/ui/forms/submit-button'
import { TextInput } from '@/components/ui/forms/text-input'
import { signUp } from '@/lib/accounts/actions'
import { formStart, messageFor, messageForAll } from '@/lib/http/actions/form-state'
import { EmailInput } from './email-input'
import { FormRefusal } from './form-refusal'
import { PasswordInput } from './password-input'

export function SignUpForm() {
  const [state, submit] = useActionState(signUp, formStart())
  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal message={messageForAll(state)} />
      <Field label="E-mail" error={messageFor(state, 'email')}>
        {(control) => <EmailInput {...control} defaultValue={state.values.email} />}
      </Field>
      <Field label="Your name" error={messageFor(state, 'name')}>
        {(control) => (
          <TextInput {...control} name="name" autoComplete="name" defaultValue={state.values.name} required />
        )}
      </Field>
      <Field
        label="Password"
        hint="At least 12 characters. A few words that only you would put together do well."
        error={messageFor(state, 'password')}
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </Field>
      <SubmitButton>Open an account</SubmitButton>
    </form>
  )
}
