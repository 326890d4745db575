import 'server-only'
import { clock } from '@/lib/clock'

/** One line of JSON on standard error. Pass ids and names of things, never what a person typed. */
export function logSurprise(what: string, error: unknown, about: Record<string, string> = {}) {
  const cause = error instanceof Error ? error : new Error(String(error))
  console.error(
    JSON.stringify({
      level: 'error',
      at: clock.wall().toISOString(),
      what,
      ...about,
      error: cause.name,
      // A database error's message carries the query and its values; the stack's frames carry neither.
      stack: framesOf(cause),
    }),
  )
}

function framesOf(error: Error) {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
}
