import type { ComponentProps } from 'react'
import { Select } from '@/components/ui/select'
import type { Choice } from '@/lib/workspaces/choices'

type Props = ComponentProps<'select'> & { choices: readonly Choice[] }

/** A list to choose from; what is chosen at first is offered even where the list does not know its name. */
export function ChoiceSelect({ choices, ...props }: Props) {
  const first = props.defaultValue
  const isUnknown = typeof first === 'string' && !choices.some(({ value }) => value === first)
  return (
    <Select {...props}>
      {isUnknown && <option value={first}>{first}</option>}
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </Select>
  )
}
