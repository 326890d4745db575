// The house as tables. The first row whose `files` match a file is the row that counts.

/**
 * Who may import whom: app → components → lib → db, with the emulator apart.
 * `server` is open to files headed by `import 'server-only'`, `types` to types alone; `tests` are open to the tests beside the code as well.
 */
export const ZONES = [
  { files: ['app/**'], may: ['app', 'components', 'lib'], tests: ['db'] },
  { files: ['components/ui/**'], may: ['components/ui', 'lib/http', 'lib/money', 'lib/text', 'lib/*'] },
  {
    // What documents share knows no kind of them: a quote would be drawn and edited by the same files.
    files: ['components/documents/**'],
    may: [
      'components/documents',
      'components/ui',
      'lib/documents',
      'lib/clients',
      'lib/money',
      'lib/text',
      'lib/*',
    ],
  },
  { files: ['components/**'], may: ['components', 'lib'] },
  { files: ['lib/{money,text}/**'], may: ['lib/money', 'lib/text', 'lib/*'], tests: ['lib', 'db'] },
  {
    files: ['lib/documents/**'],
    may: ['lib/documents', 'lib/stripe', 'lib/money', 'lib/text', 'lib/*'],
    tests: ['lib', 'db'],
  },
  {
    files: ['lib/stripe/**'],
    may: ['lib/stripe', 'lib/boot', 'lib/http', 'lib/money', 'lib/text', 'lib/*'],
    server: ['db'],
    types: ['db'],
    tests: ['lib', 'db'],
  },
  {
    // The machinery of operations knows none of the nouns that it carries.
    files: ['lib/operations/**'],
    may: ['lib/operations', 'lib/workspaces/queries.ts', 'lib/stripe', 'lib/money', 'lib/text', 'lib/*'],
    server: ['db'],
    types: ['db', 'lib/accounts/member.ts'],
    tests: ['lib', 'db'],
  },
  { files: ['lib/**'], may: ['lib'], server: ['db'], types: ['db'], tests: ['db'] },
  { files: ['db/{seed,testing}*', 'db/{seed,testing}/**'], may: ['db', 'lib'] },
  { files: ['db/**'], may: ['db'], tests: ['lib'] },
  { files: ['packages/stripe-emulator/**'], may: ['packages/stripe-emulator'] },
  { files: ['e2e/**'], may: ['e2e', 'lib', 'db', 'scripts'] },
  { files: ['bench/floor/**'], may: ['bench/floor', 'lib', 'app'] },
  { files: ['bench/**'], may: ['bench', 'lib', 'db', 'scripts'] },
  { files: ['scripts/**'], may: ['scripts', 'e2e', 'db'] },
  { files: ['tailwind.config.ts'], may: ['components/ui'] },
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

/** Whoever imports one of these speaks to Stripe. */
export const STRIPE_DOORS = ['lib/stripe/{stripe-for,connect,accounts,endpoint}{,.ts}']

/** What a file of lib may be called that touches the database, Stripe or the network. */
export const REACHING = [
  'lib/**/{queries,mutations,sync,actions,query-options,schema}{,-*}.ts',
  'lib/**/{queries,mutations,sync,actions,read,write,send,mirror}/**',
  'lib/{boot,operations,stripe}/**',
  // What operations do at Stripe for a noun, beside its mutations.
  'lib/**/at-stripe.ts',
  'lib/**/at-stripe/**',
  // Each the only one of its kind.
  'lib/{access,activity,clock,queue}.ts',
  'lib/accounts/session/auth.ts',
  'lib/events/inbox.ts',
  'lib/http/{get-json,live,rate-limit}.ts',
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

/** The files whose functions make server actions: they check origin, session, role and input in one place. */
export const ACTION_MAKERS = ['lib/http/actions/*']

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
