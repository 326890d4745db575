/** What the servers under test are told besides their database. */
export const SECRET = 'a secret of the benchmarks, known to all'
export const WEBHOOK_SECRET = 'whsec_of_the_benchmarks'
export const STRIPE_KEY = 'sk_test_bench'

export const VARIABLES = {
  NEXTAUTH_SECRET: SECRET,
  STRIPE_SECRET_KEY: STRIPE_KEY,
  STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
}
