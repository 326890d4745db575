import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test.each([
  [
    'contradictory settings',
    {},
    /^Centwise cannot start\. DATABASE_URL is set without STRIPE_SECRET_KEY.*\n$/,
  ],
  [
    'a database that does not answer',
    { STRIPE_EMULATOR: '1', NEXTAUTH_SECRET: 'a-secret-of-more-than-32-characters' },
    /^Centwise cannot start\. connect ECONNREFUSED .*\n$/,
  ],
])(
  'with %s a server says why in one line and ends',
  (_what, env, line) => {
    const { status, stderr, stdout } = spawnSync(
      process.execPath,
      [
        '--conditions=react-server',
        '--import=tsx',
        '--eval',
        "import('./lib/boot/start').then((start) => start.startOrExit())",
      ],
      { env: { ...process.env, DATABASE_URL: 'postgres://localhost:1/nowhere', ...env }, encoding: 'utf8' },
    )
    expect(stderr).toMatch(line)
    expect(stdout).toBe('')
    expect(status).toBe(1)
  },
  60_000,
)
