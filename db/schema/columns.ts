import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core'
import { currentWorkspace } from './roles'
import { uuidv7 } from './uuid'

export const id = () => uuid().notNull().$defaultFn(uuidv7)

export const workspaceId = () => uuid().notNull().default(currentWorkspace)

/** Whole minor units of the currency beside it; every amount Stripe allows fits a JavaScript number exactly. */
export const minor = () => bigint({ mode: 'number' })

export const instant = () => timestamp({ withTimezone: true, precision: 3 })

export const instantNow = () => instant().notNull().defaultNow()
