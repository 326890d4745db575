// The house as tables. The first row whose `files` match a file is the row that counts.

/**
 * Who may import whom: app → components → lib → db, with the emulator apart.
 * `server` is open to files headed by `import 'server-only'`, `types` to types alone; `tests` are open to the tests beside the code as well.
 */
export const ZONES = [
  { files: ['app/**'], may: ['app', 'components', 'lib'], tests: ['db'] },
  { files: ['components/ui/**'], may: ['components/ui', 'lib/http', 'lib/money', 'lib/text', 'lib/*'] },
  { files: ['components/**'], may: ['components', 'lib'] },
  {
    files: ['lib/stripe/**'],
    may: ['lib/stripe', 'lib/boot', 'lib/http', 'lib/money', 'lib/text', 'lib/*'],
    server: ['db'],
    types: ['db'],
    tests: ['lib', 'db'],
  },
  { files: ['lib/**'], may: ['lib'], server: ['db'], types: ['db'], tests: ['db'] },
  { files: ['db/{seed,testing}*', 'db/{seed,testing}/**'], may: ['db', 'lib'] },
  { files: ['db/**'], may: ['db'], tests: ['lib'] },
  { files: ['packages/stripe-emulator/**'], may: ['packages/stripe-emulator'] },
  { files: ['e2e/**'], may: ['e2e', 'lib', 'db', 'scripts'] },
  { files: ['bench/**'], may: ['bench', 'lib', 'db', 'scripts'] },
  { files: ['scripts/**'], may: ['scripts', 'e2e', 'db'] },
  { files: ['instrumentation*.ts'], may: ['lib', 'db', '*'] },
  { files: ['*'], may: ['lib', 'scripts', 'e2e', '*'] },
]

/**
 * Which files may import a package at run time; `types` with `import type` alone.
 * `serverOnly` opens it to every file of lib headed by `import 'server-only'`: such a file is not pure anyway.
 */
export const PACKAGES = [
  {
    packages: ['stripe'],
    files: [
      'lib/stripe/**',
      'packages/**/*.test.ts',
      'packages/stripe-emulator/src/testing/**',
      'packages/stripe-emulator/src/conformance/**',
      'e2e/**',
      'bench/**',
    ],
    types: [
      'lib/documents/bill/*.ts',
      'lib/**/mirror/*.ts',
      'lib/**/{projection,sync}{,-*}.ts',
      'packages/**',
      '**/*.test.ts',
    ],
  },
  {
    packages: ['stripe-emulator'],
    files: ['lib/stripe/connect.ts', 'e2e/**', 'bench/**', '**/*.test.ts', '**/testing{,-*}.ts'],
    types: [],
  },
  {
    packages: ['pg', '@electric-sql/pglite'],
    files: ['db/**', 'e2e/**', 'bench/**', '**/*.test.ts', '**/testing{,-*}.ts', 'drizzle.config.ts'],
    types: ['lib/**'],
  },
  {
    packages: ['drizzle-orm'],
    files: ['db/**', 'e2e/**', 'bench/**', '**/*.test.ts', '**/testing{,-*}.ts', '**/testing/**'],
    serverOnly: true,
    types: ['lib/**'],
  },
  {
    packages: ['react', 'react-dom', 'next', 'next-auth'],
    files: [
      'app/**',
      'components/**',
      '*',
      'lib/**/actions{,-*}.ts',
      'scripts/launch/server.mjs',
      'e2e/**',
      'bench/**',
      '**/*.test.ts',
      '**/testing{,-*}.ts',
    ],
    serverOnly: true,
    types: ['lib/**'],
  },
]

/** Files that must never reach a browser; each begins with `import 'server-only'`. */
export const SERVER_FILES = [
  'lib/**/{queries,mutations,sync,inbox}{,-*}.ts',
  'lib/**/send/*.ts',
  'lib/stripe/**',
  'lib/{activity,live,log,queue}.ts',
  'lib/boot/{env,secrets,start,worker}.ts',
]

/** Opening one of these makes a file of db/ a server file too. */
export const DATABASE_DRIVERS = [
  'pg',
  '@electric-sql/pglite',
  'drizzle-orm/pglite',
  'drizzle-orm/node-postgres',
]

/** Where amounts may be multiplied, divided and rounded. */
export const MONEY_FILES = [
  'lib/money/*.ts',
  'lib/documents/totals/*.ts',
  'packages/**',
  'e2e/**',
  'bench/**',
  'scripts/**',
]

/** Drawers: names that say nothing about what is inside. */
export const DRAWERS = ['utils', 'helpers', 'services', 'repositories', 'index', 'types', 'misc', 'common']

/** Longest a file may be, in lines; `warn` only asks. */
export const LENGTHS = [
  { files: ['app/**/page.tsx', 'app/page.tsx'], warn: 40, stop: 80 },
  { files: ['app/**/route.{ts,tsx}'], warn: 50, stop: 50 },
  { files: ['**'], warn: 250, stop: 250 },
]
export const ACTION_LINES = 15

/** The files whose functions make server actions: they check origin, session, role and input in one place. */
export const ACTION_MAKERS = ['lib/http/action*', 'lib/http/*-action*']

const isServerOnly = matches(SERVER_FILES)
export const isServerFile = (path) => isServerOnly(path)
export const isTest = matches([
  '**/*.{test,spec}.{ts,tsx,mjs}',
  '*.test.ts',
  '**/testing{,-*}.ts',
  '**/testing/**',
])

/** Turns patterns (`**`, `*`, `{a,b}`) into one test of a path. */
export function matches(patterns) {
  const expressions = patterns.map((pattern) => {
    const body = pattern
      .replace(/[.+^$()|[\]]/g, '\\$&')
      .replace(/\{([^}]*)\}/g, (_, words) => `(?:${words.replaceAll(',', '|')})`)
      .replaceAll('**', '\0')
      .replaceAll('*', '[^/]*')
      .replaceAll('\0', '.*')
    return new RegExp(`^${body}$`)
  })
  return (path) => expressions.some((expression) => expression.test(path))
}
