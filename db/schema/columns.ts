import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core'
import { currentWorkspace } from './roles'
import { uuidv7 } from './uuid'

export const id = () => uuid().notNull().$defaultFn(uuidv7)

export const workspaceId = () => uuid().notNull().default(currentWorkspace)

/** Whole minor units of the currency beside it; every amount Stripe allows fits a JavaScript number exactly. */
export const minor = () => bigint({ mode: 'number' })

export const instant = () => timestamp({ withTimezone: true, precision: 3 })

export const instantNow = () => instant().notNull().defaultNow()

/** When a row of a queue is due, to the microsecond: rounded up, what is due now would not be due yet. */
export const dueNow = () => timestamp({ withTimezone: true }).notNull().defaultNow()
