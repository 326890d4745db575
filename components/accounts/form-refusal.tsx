import { Notice } from '@/components/ui/states/notice'

/** Why a form was not taken, when it is no one field's fault. */
export function FormRefusal({ message }: { message: string | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {message && (
        <Notice tone="red" icon="circle-alert">
          {message}
        </Notice>
      )}
    </div>
  )
}
