import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { checkStructure } from '../check-structure.mjs'

/** Writes a small project and returns its problems as `path:line rule`. */
function problemsOf(tree) {
  const root = mkdtempSync(join(tmpdir(), 'structure-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, source] of Object.entries(tree)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), source)
  }
  return checkStructure(root).problems.map(({ path, line, rule }) => `${path}:${line} ${rule}`)
}

/** Those of one file, in a folder that is large enough for a comment. */
function problemsIn(path, source) {
  const folder = /^(app|components|db|lib|packages\/stripe-emulator)\//.exec(path)?.[1]
  return problemsOf({ [path]: source, ...(folder && { [`${folder}/rest.ts`]: 'const a = 1\n'.repeat(40) }) })
}

const ACTION = `import { action } from '@/lib/http/actions/action'\n`

test.each([
  ['components import the app', 'components/a.ts', `import { x } from '@/app/x'`, 'zone'],
  ['ui knows a noun', 'components/ui/a.ts', `import { x } from '@/lib/invoices/status'`, 'zone'],
  ['lib imports components', 'lib/a.ts', `import { x } from '@/components/x'`, 'zone'],
  ['a page opens the database', 'app/page.tsx', `import { db } from '@/db/connection'`, 'zone'],
  [
    'a pure file opens the database',
    'lib/invoices/status.ts',
    `import { db } from '@/db/connection'`,
    'zone',
  ],
  [
    'a dynamic import opens the database',
    'lib/invoices/status.ts',
    `const db = await import('@/db/connection')`,
    'zone',
  ],
  [
    'lib/stripe knows a noun',
    'lib/stripe/a.ts',
    `import 'server-only'\nimport { x } from '@/lib/invoices/x'`,
    'zone',
    2,
  ],
  ['db imports lib', 'db/a.ts', `import { x } from '@/lib/x'`, 'zone'],
  ['lib imports the emulator', 'lib/invoices/a.ts', `import { x } from 'stripe-emulator'`, 'package'],
  [
    'the emulator imports ours',
    'packages/stripe-emulator/src/a.ts',
    `import { x } from '../../../lib/money'`,
    'zone',
  ],
  ['a folder outside the house', 'hooks/a.ts', 'export const a = 1', 'zone'],
  ['the app imports stripe', 'app/a.ts', `import Stripe from 'stripe'`, 'package'],
  ['the emulator runs stripe', 'packages/stripe-emulator/src/a.ts', `import Stripe from 'stripe'`, 'package'],
  ['a pure file imports drizzle', 'lib/invoices/status.ts', `import { eq } from 'drizzle-orm'`, 'package'],
  ['a pure file imports React', 'lib/invoices/status.ts', `import { cache } from 'react'`, 'package'],
  ['an index file', 'lib/invoices/index.ts', 'export const a = 1', 'name'],
  ['a drawer', 'lib/invoices/utils.ts', 'export const a = 1', 'name'],
  ['a drawer folder', 'packages/stripe-emulator/src/helpers/money.ts', 'export const a = 1', 'name'],
  [
    'mutations without server-only',
    'lib/a/mutations.ts',
    `import { s } from '@/lib/stripe/stripe-for'`,
    'server-only',
  ],
  [
    'server-only too late',
    'lib/a/mutations.ts',
    `import { s } from '@/lib/stripe/connect'\nimport 'server-only'`,
    'server-only',
  ],
  [
    'a store under a name that does not say so',
    'lib/a/ledger.ts',
    `import 'server-only'\nimport { db } from '@/db/x'`,
    'name',
  ],
  ['the network under such a name', 'lib/a/ledger.ts', `const a = await fetch('/x')`, 'name'],
  ['a guard that does not look', 'lib/a.ts', 'function isA(_a: unknown): _a is A {}', 'guard'],
  ['documents know a noun', 'lib/documents/a.ts', `import { x } from '@/lib/invoices/x'`, 'zone'],
  ['a driver without server-only', 'db/open.ts', `import pg from 'pg'`, 'server-only'],
  ['a bare action', 'lib/a/actions.ts', `'use server'\nexport async function save() {}`, 'action', 2],
  [
    'an action of its own making',
    'lib/a/actions.ts',
    `'use server'\nexport const save = action(f)`,
    'action',
    2,
  ],
  ['actions in another file', 'lib/a/save.ts', `'use server'\nexport const save = action(s, o, f)`, 'action'],
  ['an inline action', 'app/page.tsx', `async function save() {\n  'use server'\n}`, 'action', 2],
  ['cents by hand', 'lib/a.ts', 'const b = a * 100', 'money'],
  ['cents by hand in a template', 'lib/a.ts', 'const b = `$' + '{a / 100} USD`', 'money'],
  ['cents after a pattern of quotes', 'lib/a.ts', 'const a = /[`"]/g\nconst b = a * 100', 'money', 2],
  ['a look at the clock', 'lib/a.ts', 'const a = new Date()', 'clock'],
  ['a look at the clock in milliseconds', 'components/a.tsx', 'const a = Date.now() - 5', 'clock'],
  ['rounding by hand', 'components/a.tsx', 'const b = a.toFixed(2)', 'money'],
  ['a suppression', 'lib/a.ts', 'const a = 1 // @ts-expect-error', 'suppression'],
  ['something for later', 'lib/a.ts', '// TO' + 'DO', 'later'],
  ['a mock', 'lib/a.test.ts', `vi.mock('./b')`, 'mock'],
  ['a silent effect', 'components/a.tsx', 'useEffect(() => {}, [])', 'effect'],
])('refuses %s', (_, path, source, rule, line = 1) => {
  expect(problemsIn(path, source)).toEqual([`${path}:${line} ${rule}`])
})

test.each([
  [
    'the app uses components and lib',
    'app/page.tsx',
    `import { a } from '@/components/a'\nimport { b } from '@/lib/b'`,
  ],
  [
    'queries open the database',
    'lib/a/queries.ts',
    `import 'server-only'\nimport { eq } from 'drizzle-orm'\nimport { db } from '@/db/x'`,
  ],
  ['a pure file takes a row type', 'lib/a/status.ts', `import type { Row } from '@/db/schema/a'`],
  ['a projection takes Stripe types', 'lib/a/projection.ts', `import type Stripe from 'stripe'`],
  ['a declaration file', 'lib/next-auth.d.ts', `import 'next-auth'`],
  [
    'the emulator takes Stripe types',
    'packages/stripe-emulator/src/a.ts',
    `import { type Stripe } from 'stripe'`,
  ],
  ['an emulator test runs stripe', 'packages/stripe-emulator/src/a.test.ts', `import Stripe from 'stripe'`],
  ['a test opens the database', 'lib/a/status.test.ts', `import { db } from '@/db/testing'`],
  [
    'connect starts the emulator',
    'lib/stripe/connect.ts',
    `import 'server-only'\nimport { e } from 'stripe-emulator'`,
  ],
  [
    'an action',
    'lib/a/actions.ts',
    `'use server'\n${ACTION}export const save = action(schema, { role: 'member' }, async () => {\n  b()\n})`,
  ],
  [
    'a server file reads the request',
    'lib/locale.ts',
    `import 'server-only'\nimport { headers } from 'next/headers'`,
  ],
  ['a schema beside server files', 'lib/auth/schema.ts', 'export const a = 1'],
  ['imports that are only text', 'lib/a.ts', "const a = `import { x } from '@/app/x'` // import '@/app/x'"],
  ['text that looks like arithmetic', 'components/a.tsx', `const a = 'w-1 / 100 * 100' // a * 100`],
  ['milliseconds', 'lib/a.ts', 'const b = a * 1000 + a / 100_000'],
  ['the clock in its home', 'lib/clock.ts', 'const a = new Date(Date.now())'],
  ['a date that is read', 'lib/a.ts', 'const a = new Date(b)'],
  ['money in its home', 'lib/money/format.ts', 'const b = (a / 100).toFixed(2)'],
  ['a comparison', 'lib/a.ts', 'const b = a !== c && !d'],
  [
    'an effect that says why',
    'components/a.tsx',
    '// The key listener lives outside React.\nuseEffect(() => {}, [])',
  ],
])('allows %s', (_, path, source) => {
  expect(problemsIn(path, source)).toEqual([])
})

test('more than one line of comment in twenty is too many, docstrings of exports apart', () => {
  const code = 'const a = 1\n'.repeat(20)
  expect(problemsOf({ 'lib/a.ts': `// one\n// two\n${code}` })).toEqual(['lib:1 comments'])
  expect(problemsOf({ 'lib/a.ts': `// one\n/** two\n * three */\nexport ${code}` })).toEqual([])
})

test('a folder of eighteen is too full, tests apart', () => {
  const filled = (count) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`lib/a/file-${n}.ts`, 'const a = 1\n']))
  expect(problemsOf(filled(18))).toEqual(['lib/a:1 siblings'])
  expect(problemsOf({ ...filled(17), 'lib/a/file.test.ts': '' })).toEqual([])
})

test('a page may link only what is there, and name only tests that exist', () => {
  const tree = {
    'lib/a.test.ts': "test('it\\'s so', () => {})\n",
    'README.md': '![a](public/a.png)\n[b](docs/b.md#part) [c](https://example.com) [d](#e)',
    'docs/b.md': '`lib/a.test.ts` "it\'s so", "gone"\n\n`lib/b.test.ts` "never was"\n[up](../README.md)',
  }
  expect(problemsOf(tree)).toEqual(['docs/b.md:1 docs', 'docs/b.md:3 docs', 'README.md:1 docs'])
})
