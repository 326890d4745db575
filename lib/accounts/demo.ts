/** The person whom the seed makes, in emulator mode only. */
export const DEMO_EMAIL = 'demo@centwise.test'
