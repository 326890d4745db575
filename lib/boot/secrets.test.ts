import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { keptSecret } from './secrets'

test('a secret is made once, kept as it was, and readable by this account alone', () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'centwise-secrets-'))
  const first = keptSecret(dataDir, 'nextauth')
  expect(first).toMatch(/^[\w-]{43}$/)
  expect(keptSecret(dataDir, 'nextauth')).toBe(first)
  expect(keptSecret(dataDir, 'emulator-webhook', () => 'whsec_made')).toBe('whsec_made')
  expect(keptSecret(dataDir, 'emulator-webhook', () => 'whsec_other')).toBe('whsec_made')

  const directory = path.join(dataDir, 'secrets')
  expect(readdirSync(directory).sort()).toEqual(['emulator-webhook', 'nextauth'])
  for (const name of readdirSync(directory)) expect(statSync(path.join(directory, name)).mode & 0o077).toBe(0)
  rmSync(dataDir, { recursive: true })
})
