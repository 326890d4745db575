import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { testDatabase } from '@/db/testing/testing'
import { createMember } from '@/lib/accounts/testing'
import { formStart } from '@/lib/http/actions/form-state'
import { formOf, type TestBrowser } from '@/lib/http/testing-request'

testDatabase()

type Action = { name: string; run: (input: FormData) => unknown }

/** Every server action there is, by its folder and its name. */
async function allActions(): Promise<Action[]> {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith('/actions.ts'))
    .map(async (file) => {
      const exported: Record<string, unknown> = await import(/* @vite-ignore */ `@/lib/${file}`)
      return Object.entries(exported).flatMap(([name, action]) => {
        if (typeof action !== 'function') return []
        // A form's action is given its state first.
        const run = (input: FormData) =>
          Reflect.apply(action, undefined, action.length === 2 ? [formStart(), input] : [input])
        return [{ name: `${file.replace('/actions.ts', '')}.${name}`, run }]
      })
    })
  return (await Promise.all(found)).flat()
}

const REFUSED = /Your role in this business does not allow this/
const INVALID = /"code":"invalid"|Unrecognized key|Invalid input/

/** An action looks at rights before it looks at input, so that input which no form of ours sends tells them apart. */
async function answerTo({ run }: Action, browser: TestBrowser) {
  const answer = await browser
    .run(async () => run(formOf({ unheardOf: 'x' })))
    .then(JSON.stringify)
    .catch(String)
  if (REFUSED.test(answer)) return 'refused'
  return INVALID.test(answer) ? 'allowed' : answer
}

/** Accounts and workspaces hold what people do with an account of their own, whatever their role is elsewhere. */
const isOwn = (name: string) => /^(accounts|workspaces)\./.test(name)
const EVERYTHING = () => true
const NOTHING_BUT_READING = (name: string) => isOwn(name) || name === 'invoices.refreshInvoice'

test.each([
  ['an owner', 'owner', EVERYTHING],
  ['a member', 'member', EVERYTHING],
  ['an accountant', 'accountant', NOTHING_BUT_READING],
] as const)('every action allows or refuses %s as it should', async (_, role, may) => {
  const { browser } = await createMember({ role })
  const actions = await allActions()
  const names = actions.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['invoices.sendInvoice', 'invoices.refreshInvoice']))
  const answers = new Map<string, string>()
  for (const action of actions) answers.set(action.name, await answerTo(action, browser))
  expect(answers).toEqual(new Map(names.map((name) => [name, may(name) ? 'allowed' : 'refused'])))
})
