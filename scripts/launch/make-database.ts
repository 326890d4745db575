// A program of its own, for the memory that a first PGlite takes is never given back:  see database.mjs
import nextEnv from '@next/env'
import { database } from '../../db/connection'
import { prepareDatabase } from '../../db/migrate'
import { ROOT } from '../run.mjs'

nextEnv.loadEnvConfig(ROOT, false, { info() {}, error() {} })
if (!process.env.DATABASE_URL) {
  await prepareDatabase()
  const store = await database()
  await store.close()
}
