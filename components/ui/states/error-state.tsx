import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icons/icon'

type Props = { title: string; children?: ReactNode; action?: ReactNode; requestId?: string | undefined }

/** What failed, what to do about it, and the number to quote. */
export function ErrorState({ title, children, action, requestId }: Props) {
  return (
    <div role="alert" className="flex items-start gap-3 rounded border border-red/40 bg-red-wash px-4 py-3">
      <Icon name="triangle-alert" className="mt-0.5 text-red" />
      <div className="grid min-w-0 grow gap-1">
        <p className="font-strong text-red">{title}</p>
        {children && <div>{children}</div>}
        {requestId && <p className="text-small text-quiet">Request {requestId}</p>}
      </div>
      {action}
    </div>
  )
}
