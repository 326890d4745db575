import { Icon } from '@/components/ui/icons/icon'

export function FieldError({ id, message }: { id?: string | undefined; message?: string | undefined }) {
  if (!message) return null
  return (
    <p id={id} className="flex gap-1 text-small text-red">
      <Icon name="circle-alert" className="mt-px size-3.5" />
      {message}
    </p>
  )
}
