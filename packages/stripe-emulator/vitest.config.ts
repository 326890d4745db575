import { defineProject } from 'vitest/config'

export default defineProject({
  test: {
    name: 'emulator',
    // An odd zone: code that forgets to name its time zone fails here first.
    env: { TZ: 'Asia/Kathmandu', STRIPE_SUPPRESS_NOTICES: 'true' },
    // The emulator keeps nothing outside its instances, so its test files may share what they import.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
