import { redirect } from 'next/navigation'
import { afterEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '@/db/testing/testing'
import { createMember } from '@/lib/accounts/testing'
import { paths } from '@/lib/paths'
import { done } from '@/lib/result'
import { action } from './action'

testDatabase()
afterEach(() => vi.restoreAllMocks())

const schema = z.strictObject({ secret: z.string() })

const fail = action(schema, { permission: 'clients.create' }, async (_member, { secret }) => {
  if (secret) throw new Error(`insert into clients values ('${secret}')`)
  return done(null)
})

test('a surprise is one line in the log, without what was typed, and carries the id that the person is shown', async () => {
  const { browser } = await createMember()
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const result = await browser.run(() => fail({ secret: 'ann@example.com\nINFO all is well' }))
  expect(result).toMatchObject({ ok: false, code: 'unexpected' })
  expect(log).toHaveBeenCalledOnce()
  const line = String(log.mock.calls[0]?.[0])
  expect(line).not.toMatch(/ann@|insert|\n/)
  const requestId = 'requestId' in result ? result.requestId : undefined
  expect(JSON.parse(line)).toMatchObject({ level: 'error', action: 'clients.create', requestId })
  expect(JSON.stringify(result)).not.toContain('insert')
})

test('a redirect out of an action is none', async () => {
  const { browser } = await createMember()
  const leave = action(schema, { permission: 'clients.update' }, async () => redirect(paths.clients))
  expect(await browser.call(() => leave({ secret: '' }))).toEqual({ redirect: '/clients' })
})
