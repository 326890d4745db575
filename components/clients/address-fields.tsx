import { Field } from '@/components/ui/forms/field'
import { Select } from '@/components/ui/forms/select'
import { TextInput } from '@/components/ui/forms/text-input'
import type { FieldsProps } from './client-fields'

const PARTS = [
  { part: 'line1', label: 'Street and number', wide: true },
  { part: 'line2', label: 'More of the address', wide: true },
  { part: 'postalCode', label: 'Postal code', wide: false },
  { part: 'city', label: 'City', wide: false },
  { part: 'state', label: 'State or province', wide: false },
] as const

export function AddressFields({ values: { address }, choices, errorOf }: FieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {PARTS.map(({ part, label, wide }) => (
        <Field
          key={part}
          label={label}
          optional
          error={errorOf(`address.${part}`)}
          {...(wide && { className: 'sm:col-span-2' })}
        >
          {(control) => (
            <TextInput
              {...control}
              name={`address.${part}`}
              defaultValue={address[part]}
              autoComplete="off"
            />
          )}
        </Field>
      ))}
      <Field label="Country" optional error={errorOf('address.country')}>
        {(control) => (
          <Select {...control} name="address.country" defaultValue={address.country}>
            <option value="">Not said</option>
            {choices.countries.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
