import { createHash } from 'node:crypto'
import { platformAccount } from '../resources/accounts/account'
import type { Change } from '../state/change'
import { ROOT } from '../state/database'
import { newId } from '../state/ids'
import { Refusal } from '../wire/refusal'

export interface Caller {
  /** The account that owns the key. */
  platform: string
  /** The account the request acts in: the platform, or one it connected. */
  account: string
}

const TEST_KEY = /^[sr]k_test_\w+$/

/** Any test key is accepted; the first use of one opens a platform account for it. */
export function authenticate(change: Change, headers: Headers, now: number): Caller {
  const key = readKey(headers.get('authorization'))
  if (!key) throw unauthorized(NO_KEY)
  if (/^pk_/.test(key)) throw unauthorized(PUBLISHABLE_KEY, 'secret_key_required')
  if (!TEST_KEY.test(key)) throw unauthorized(`Invalid API Key provided: ${mask(key)}`)
  const platform = platformOf(change, key, now)
  const account = headers.get('stripe-account') ?? platform
  if (account !== platform) requireConnected(change, platform, account, key)
  return { platform, account }
}

/** Bearer, or Basic with the key as the user. */
function readKey(header: string | null): string | undefined {
  const [scheme = '', value = ''] = (header ?? '').split(' ')
  if (/^bearer$/i.test(scheme)) return value
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':')[0]
  return undefined
}

function platformOf(change: Change, key: string, now: number): string {
  const id = createHash('sha256').update(key).digest('hex')
  const known = change.collections(ROOT).key.get(id)
  if (known) return known.account
  const account = newId('acct', 16)
  change.put(ROOT, 'key', { id, account })
  change.put(ROOT, 'account', { id: account, platform: null, object: platformAccount(account, now) })
  return account
}

function requireConnected(change: Change, platform: string, account: string, key: string) {
  if (change.collections(ROOT).account.get(account)?.platform === platform) return
  const message = `The provided key '${mask(key)}' does not have access to account '${account}' (or that account does not exist). Application access may have been revoked.`
  throw new Refusal(403, { type: 'invalid_request_error', code: 'account_invalid', message }, { kept: false })
}

function unauthorized(message: string, code?: string): Refusal {
  const body = { type: 'invalid_request_error', message, ...(code ? { code } : {}) } as const
  return new Refusal(401, body, { kept: false, headers: { 'www-authenticate': 'Bearer realm="Stripe"' } })
}

function mask(key: string): string {
  const [, prefix = ''] = /^([a-z]+_[a-z]+_)/.exec(key) ?? []
  return `${prefix}${'*'.repeat(Math.max(4, key.length - prefix.length - 4))}${key.slice(-4)}`
}

const NO_KEY =
  "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/."

const PUBLISHABLE_KEY =
  'This API call cannot be made with a publishable API key. Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.'
