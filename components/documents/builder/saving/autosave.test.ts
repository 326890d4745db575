import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { emptyDraft, emptyLine } from '@/lib/documents/draft/draft'
import type { SaveOutcome } from '@/lib/documents/draft/saving'
import { type Result, refuse } from '@/lib/result'
import { createAutosave } from './autosave'

const QUIET_MS = 1_000
const ID = '0190a000-0000-7000-8000-000000000001'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('saves once, a moment after the last of several changes', async () => {
  const { autosave, calls } = start([saved(1)])
  autosave.touch()
  autosave.touch()
  expect(autosave.status().kind).toBe('unsaved')
  await vi.advanceTimersByTimeAsync(QUIET_MS)
  expect(calls).toHaveLength(1)
  expect(autosave.status()).toEqual({ kind: 'saved', at: 'at 1' })
})

test('hands each save the version of the one before', async () => {
  const { autosave, calls } = start([saved(1), saved(2)])
  autosave.touch()
  await autosave.flush()
  autosave.touch()
  await autosave.flush()
  expect(calls.map((call) => call.version)).toEqual([0, 1])
})

test('text typed during a save is saved after it, never beside it', async () => {
  let answer = (_result: Result<SaveOutcome>) => {}
  const slow = new Promise<Result<SaveOutcome>>((resolve) => {
    answer = resolve
  })
  const { autosave, calls } = start([slow, saved(2)])
  autosave.touch()
  const first = autosave.flush()
  autosave.touch()
  expect(calls).toHaveLength(1)
  answer(saved(1))
  expect(await first).toBe(true)
  expect(calls.map((call) => call.version)).toEqual([0, 1])
  expect(autosave.isUnsaved()).toBe(false)
})

test('keeps trying while the server cannot be reached', async () => {
  const { autosave, calls } = start([new TypeError('fetch failed'), new TypeError('fetch failed'), saved(1)])
  autosave.touch()
  expect(await autosave.flush()).toBe(false)
  expect(autosave.status().kind).toBe('offline')
  await vi.advanceTimersByTimeAsync(20_000)
  expect(calls).toHaveLength(3)
  expect(autosave.status().kind).toBe('saved')
})

test('a refusal is shown and what was typed stays unsaved, until it changes', async () => {
  const { autosave } = start([refuse('too_long', 'Use at most 5000 characters.'), saved(1)])
  autosave.touch()
  expect(await autosave.flush()).toBe(false)
  expect(autosave.status()).toMatchObject({ kind: 'refused', refusal: { code: 'too_long' } })
  expect(autosave.isUnsaved()).toBe(true)
  autosave.touch()
  expect(await autosave.flush()).toBe(true)
})

test('a newer build of the server stops the saving and says so', async () => {
  const { autosave, calls } = start([new Error('outdated')])
  autosave.touch()
  await autosave.flush()
  autosave.touch()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(autosave.status().kind).toBe('outdated')
  expect(calls).toHaveLength(1)
})

test('a conflict waits for a choice; keeping mine saves on top of theirs', async () => {
  const { autosave, calls } = start([conflict(7), saved(8)])
  autosave.touch()
  expect(await autosave.flush()).toBe(false)
  autosave.touch()
  await vi.advanceTimersByTimeAsync(20_000)
  expect(calls).toHaveLength(1)
  expect(await autosave.keepMine()).toBe(true)
  expect(calls.map((call) => call.version)).toEqual([0, 7])
})

test('taking theirs goes on from their version with nothing unsaved', async () => {
  const { autosave, calls } = start([conflict(7), saved(8)])
  autosave.touch()
  await autosave.flush()
  autosave.takeTheirs()
  expect(autosave.isUnsaved()).toBe(false)
  autosave.touch()
  await autosave.flush()
  expect(calls.map((call) => call.version)).toEqual([0, 7])
})

type Answer = Result<SaveOutcome> | Error | Promise<Result<SaveOutcome>>

function start(answers: Answer[]) {
  const calls: { version: number }[] = []
  const autosave = createAutosave({
    id: ID,
    version: 0,
    savedAt: null,
    read: () => draft,
    isOutdated: (error) => error instanceof Error && error.message === 'outdated',
    save: async (input) => {
      calls.push(input)
      const answer = await answers.shift()
      if (!answer) throw new RangeError('saved more often than the test foresaw')
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  return { autosave, calls }
}

function saved(version: number): Result<SaveOutcome> {
  return { ok: true, value: { state: 'saved', version, savedAt: `at ${version}` } }
}

function conflict(version: number): Result<SaveOutcome> {
  return { ok: true, value: { state: 'conflict', stored: { id: ID, version, draft, updatedAt: 'then' } } }
}

const draft = emptyDraft({
  currency: 'eur',
  terms: { kind: 'days', days: 14 },
  lines: [emptyLine(ID)],
})
