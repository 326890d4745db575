'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from '@/components/ui/button'

/** The button of a form with an action: it waits while the action runs. */
export function SubmitButton(props: ButtonProps) {
  const { pending } = useFormStatus()
  return <Button variant="primary" {...props} type="submit" pending={pending || props.pending} />
}
