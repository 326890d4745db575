import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  resolve: {
    alias: { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` },
  },
  test: {
    // An odd zone: code that forgets to name its time zone fails here first.
    env: { TZ: 'Asia/Kathmandu', STRIPE_SUPPRESS_NOTICES: 'true' },
    // Gives Next's headers() and cookies() the AsyncLocalStorage they look for when they are imported.
    setupFiles: ['next/dist/server/node-environment-baseline.js'],
    // One file a core, not one less, for they wait for databases too; no more than PostgreSQL has connections for.
    maxWorkers: Math.min(availableParallelism(), 4),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      'packages/*',
      {
        extends: true,
        test: {
          name: 'app',
          isolate: false,
          include: ['**/*.test.ts', '**/*.test.tsx', 'scripts/**/*.test.mjs'],
          exclude: ['node_modules/**', '.next/**', 'e2e/**', 'packages/**'],
        },
      },
    ],
  },
})
