import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { writeOnce } from '@/db/write-once'
import { env } from './env'

export type SecretName = 'nextauth' | 'emulator-webhook'

/** A secret that the first call of the first process made, and that is kept in a file of its own in the data directory. */
export function secret(name: SecretName, make?: () => string): string {
  return keptSecret(env().CENTWISE_DATA_DIR, name, make)
}

export function keptSecret(dataDir: string, name: SecretName, make = randomSecret): string {
  const directory = path.join(dataDir, 'secrets')
  const file = path.join(directory, name)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  // Of processes that start together one writes, and all read what it wrote.
  if (!existsSync(file)) writeOnce(file, make())
  return readFileSync(file, 'utf8')
}

const randomSecret = () => randomBytes(32).toString('base64url')
