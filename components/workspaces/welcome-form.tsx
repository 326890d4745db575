'use client'

import { useActionState, useState, useSyncExternalStore } from 'react'
import { FormRefusal } from '@/components/accounts/form-refusal'
import { Field } from '@/components/ui/forms/field'
import { SubmitButton } from '@/components/ui/forms/submit-button'
import { TextInput } from '@/components/ui/forms/text-input'
import { formStart, messageFor, messageForAll } from '@/lib/http/actions/form-state'
import { openWorkspace } from '@/lib/workspaces/actions'
import type { BusinessChoices } from '@/lib/workspaces/choices'
import { homeCurrency } from '@/lib/workspaces/home-currency'
import { ChoiceSelect } from './choice-select'

type Props = { choices: BusinessChoices; country: string }

/** Where a business is decides its currency and its days: all three begin with a guess. */
export function WelcomeForm({ choices, country: guessedCountry }: Props) {
  const [state, submit] = useActionState(openWorkspace, formStart({ country: guessedCountry }))
  const { values } = state
  const [country, setCountry] = useState(guessedCountry)
  const guessedZone = useBrowserTimeZone()
  const currency = country === values.country ? values.currency : undefined

  return (
    <form action={submit} noValidate className="grid gap-4">
      <FormRefusal message={messageForAll(state)} />
      <Field label="Business name" error={messageFor(state, 'name')}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            autoComplete="organization"
            defaultValue={values.name}
            autoFocus
            required
          />
        )}
      </Field>
      <Field label="Country" error={messageFor(state, 'country')}>
        {(control) => (
          <ChoiceSelect
            {...control}
            name="country"
            autoComplete="country"
            choices={choices.countries}
            defaultValue={values.country ?? guessedCountry}
            onChange={(event) => setCountry(event.target.value)}
          />
        )}
      </Field>
      <Field label="Time zone" hint="Due dates end with the day here." error={messageFor(state, 'timeZone')}>
        {(control) => (
          <ChoiceSelect
            {...control}
            name="timeZone"
            choices={choices.timeZones}
            defaultValue={values.timeZone ?? guessedZone}
          />
        )}
      </Field>
      <Field
        label="Currency"
        hint="New invoices begin with it; each can have another."
        error={messageFor(state, 'currency')}
      >
        {(control) => (
          <ChoiceSelect
            {...control}
            name="currency"
            choices={choices.currencies}
            defaultValue={currency ?? homeCurrency(country)}
          />
        )}
      </Field>
      <SubmitButton>Continue</SubmitButton>
    </form>
  )
}

// The server cannot know it; the page takes it over when it hydrates.
function useBrowserTimeZone() {
  return useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  )
}

const neverChanges = () => () => {}
