import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

/** Tests that start, kill and restart real servers: after the build, two files at a time. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root, 'server-only': `${root}/node_modules/server-only/empty.js` } },
  test: {
    include: ['e2e/process/**/*.test.ts'],
    env: {
      TZ: 'Asia/Kathmandu',
      STRIPE_SUPPRESS_NOTICES: 'true',
      NEXTAUTH_SECRET: 'a secret that the tests and their servers share',
      NEXTAUTH_URL: 'http://localhost:3000',
    },
    setupFiles: ['next/dist/server/node-environment-baseline.js'],
    maxWorkers: 2,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
})
