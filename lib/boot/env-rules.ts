type Meant = {
  DATABASE_URL?: string
  STRIPE_SECRET_KEY?: string
  STRIPE_API_BASE?: string
  STRIPE_EMULATOR: boolean
}

/** What cannot be meant together, one sentence each. */
export function contradictionsIn(env: Meant): string[] {
  const isLive = /^(sk|rk)_live_/.test(env.STRIPE_SECRET_KEY ?? '')
  const emulates = !env.STRIPE_SECRET_KEY && !env.STRIPE_API_BASE
  const rules: [boolean, string][] = [
    [
      isLive && env.STRIPE_EMULATOR,
      'STRIPE_EMULATOR=1 stands beside a live STRIPE_SECRET_KEY: remove one of them, or use a test key.',
    ],
    [
      isLive && env.STRIPE_API_BASE !== undefined,
      'STRIPE_API_BASE would get a live STRIPE_SECRET_KEY: use a test key with it.',
    ],
    [
      env.STRIPE_API_BASE !== undefined && !env.STRIPE_SECRET_KEY,
      'STRIPE_API_BASE needs a STRIPE_SECRET_KEY, and only a test key.',
    ],
    [
      env.STRIPE_API_BASE !== undefined && env.STRIPE_EMULATOR,
      'STRIPE_API_BASE and STRIPE_EMULATOR=1 name two places for Stripe: remove one of them.',
    ],
    [
      emulates && env.DATABASE_URL !== undefined && !env.STRIPE_EMULATOR,
      'DATABASE_URL is set without STRIPE_SECRET_KEY: give the key, or STRIPE_EMULATOR=1 to keep the emulator in that database.',
    ],
  ]
  return rules.filter(([broken]) => broken).map(([, sentence]) => sentence)
}
