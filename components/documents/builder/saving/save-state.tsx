'use client'

import { Moment } from '@/components/ui/text/moment'
import { paths } from '@/lib/paths'
import type { SaveStatus } from './autosave'
import { handOver } from './kept-drafts'

type Props = { id: string; status: SaveStatus; onRetry: () => void }

/** Whether what is typed is kept, and what to do when it is not. */
export function SaveState({ id, status, onRetry }: Props) {
  return (
    <p role="status" className="text-small text-quiet">
      <Words id={id} status={status} onRetry={onRetry} />
    </p>
  )
}

const LINK = 'font-strong text-ink underline'

function Words({ id, status, onRetry }: Props) {
  switch (status.kind) {
    case 'saved':
      return status.at === null ? (
        'Saved as you write'
      ) : (
        <>
          Saved <Moment at={status.at} show="time" />
        </>
      )
    case 'unsaved':
    case 'saving':
      return 'Saving…'
    case 'conflict':
      return 'Changed somewhere else'
    case 'offline':
      return (
        <span className="text-amber">
          Offline. Your text is kept on this page and saved when you are back.
        </span>
      )
    case 'outdated':
      return (
        <span className="text-amber">
          Centwise was updated.{' '}
          <button type="button" className={LINK} onClick={() => reloadWith(id)}>
            Reload
          </button>{' '}
          to go on; your text comes with you.
        </span>
      )
    case 'refused':
      return (
        <span className="text-red">
          Not saved. {status.refusal.message}{' '}
          {status.refusal.code === 'signed_out' && (
            <a href={paths.signIn} target="_blank" rel="noreferrer" className={LINK}>
              Sign in
            </a>
          )}{' '}
          <button type="button" className={LINK} onClick={onRetry}>
            Try again
          </button>
        </span>
      )
  }
}

function reloadWith(id: string) {
  handOver(id)
  location.reload()
}
