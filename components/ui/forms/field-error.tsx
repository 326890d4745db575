import { CircleAlert } from 'lucide-react'

export function FieldError({ id, message }: { id?: string | undefined; message?: string | undefined }) {
  if (!message) return null
  return (
    <p id={id} className="flex gap-1 text-small text-red">
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      {message}
    </p>
  )
}
