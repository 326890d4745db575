import { Disclosure } from '@/components/ui/disclosure'
import { Field } from '@/components/ui/forms/field'
import { Select } from '@/components/ui/forms/select'
import { TextArea } from '@/components/ui/forms/text-area'
import { TextInput } from '@/components/ui/forms/text-input'
import type { ClientChoices } from '@/lib/clients/choices'
import type { ClientInput } from '@/lib/clients/schema'
import { AddressFields } from './address-fields'

export type FieldsProps = {
  values: ClientInput
  choices: ClientChoices
  errorOf: (field: string) => string | undefined
}

/** Two fields are enough to send an invoice; the others wait behind a line. */
export function ClientFields({ values, choices, errorOf }: FieldsProps) {
  const { name, phone, address, language, note } = values
  const hasMore = [phone, language, note, ...Object.values(address)].some(Boolean)
  const text = (field: 'name' | 'email' | 'phone') => ({ name: field, defaultValue: values[field] })

  return (
    <>
      <Field label="Name" hint="A person or a business, as it stands on the invoice." error={errorOf('name')}>
        {(control) => <TextInput {...control} {...text('name')} autoComplete="off" autoFocus={name === ''} />}
      </Field>
      <Field label="E-mail" optional hint="Stripe sends invoices here." error={errorOf('email')}>
        {(control) => <TextInput {...control} {...text('email')} type="email" autoComplete="off" />}
      </Field>
      <Disclosure summary="Address, phone, language and a note" open={hasMore}>
        <div className="grid gap-5 pt-2">
          <AddressFields values={values} choices={choices} errorOf={errorOf} />
          <div className="grid gap-5 sm:grid-cols-2">
            <Field label="Phone" optional error={errorOf('phone')}>
              {(control) => <TextInput {...control} {...text('phone')} type="tel" autoComplete="off" />}
            </Field>
            <Field
              label="Language"
              optional
              hint="In which Stripe writes to them."
              error={errorOf('language')}
            >
              {(control) => (
                <Select {...control} name="language" defaultValue={language}>
                  <option value="">As their browser says</option>
                  {choices.languages.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Field label="Note" optional hint="Only your business sees it." error={errorOf('note')}>
            {(control) => <TextArea {...control} name="note" defaultValue={note} />}
          </Field>
        </div>
      </Disclosure>
    </>
  )
}
