import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/forms/select'
import type { Choice } from '@/lib/workspaces/choices'

type Props = ComponentProps<'select'> & { choices: readonly Choice[]; defaultValue: string }

/** A list to choose from; what is chosen at first is offered even where the list does not know its name. */
export function ChoiceSelect({ choices, ...props }: Props) {
  const first = props.defaultValue
  // The key: a select only looks at its default when it is made, and a form goes back to it after every action.
  return (
    <Select {...props} key={first}>
      {!choices.some(({ value }) => value === first) && <option value={first}>{first}</option>}
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
