import { expect, test } from 'vitest'
import { run, tool } from './run.mjs'

const node = (source, options) =>
  run(process.execPath, ['-e', source], { seconds: 20, quiet: true, ...options })

test('a quiet run keeps what was printed', async () => {
  const { ok, output } = await node('console.log(process.env.WORD); console.error("two")', {
    env: { WORD: 'one' },
  })
  expect(ok).toBe(true)
  expect(output.split('\n').sort()).toEqual(['', 'one', 'two'])
})

test('stdin is closed', async () => {
  expect(await node('process.stdin.resume().on("end", () => process.exit(0))')).toMatchObject({ ok: true })
})

test('a failing program is not ok, a missing one says so', async () => {
  expect(await node('process.exit(3)')).toMatchObject({ ok: false })
  expect(await run('no-such-program', [], { seconds: 5, quiet: true })).toMatchObject({
    ok: false,
    output: expect.stringContaining('ENOENT'),
  })
})

// The run closes only when nothing holds its output any more, the grandchild included.
test('time up ends the program and what it started', async () => {
  const child = 'setInterval(() => {}, 1000)'
  const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' })`
  const { ok, seconds } = await node(parent, { seconds: 1 })
  expect(ok).toBe(false)
  expect(seconds).toBeLessThan(9)
})

test('a tool is found by its package, whatever its command is called', () => {
  expect(tool('typescript', 'tsc')).toMatch(/node_modules\/typescript\/bin\/tsc$/)
})
