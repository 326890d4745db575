import { defineConfig, devices } from '@playwright/test'
import { SESSION_SECRET, WEBHOOK_SECRET } from './e2e/support/settings'
import { launchOptions } from './scripts/browser.mjs'

const port = process.env.E2E_PORT ?? '3100'
const baseURL = `http://localhost:${port}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: 2,
  // A test has its own business: any two may run side by side, and no long file keeps one worker waiting.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-US',
    // Browser and server live in different, odd zones: a page that formats by the machine's clock disagrees with itself.
    timezoneId: 'Asia/Kathmandu',
    // Its pictures of every step would take as much time as the steps.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: launchOptions(),
  },
  webServer: {
    command: 'node scripts/launch/e2e.mjs',
    url: baseURL,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 8_000 },
    env: {
      PORT: port,
      TZ: 'America/St_Johns',
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      CENTWISE_DATA_DIR: '.data/e2e',
      // The tests bring their own world, whatever this machine is set to use.
      APP_URL: '',
      DATABASE_URL: '',
      STRIPE_SECRET_KEY: '',
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      NEXTAUTH_SECRET: SESSION_SECRET,
      STRIPE_API_BASE: '',
      STRIPE_CONNECT: '',
    },
  },
})
