import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('a server that cannot start says why in one line and ends', () => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [
      '--conditions=react-server',
      '--import=tsx',
      '--eval',
      "import('@/lib/start').then((start) => start.startOrExit())",
    ],
    {
      env: { ...process.env, DATABASE_URL: 'postgres://localhost/nowhere', STRIPE_EMULATOR: '' },
      encoding: 'utf8',
    },
  )
  expect(stderr).toMatch(/^Centwise cannot start\. DATABASE_URL is set without STRIPE_SECRET_KEY.*\n$/)
  expect(stdout).toBe('')
  expect(status).toBe(1)
}, 60_000)
