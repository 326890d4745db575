import { prepareDatabase } from '@/db/migrate'
import { rateLimits } from '@/db/schema/rate-limits'
import { asSystem } from '@/db/system'

/** Says each row it was told is kept, until its input ends. */
process.stdin.resume().on('end', () => process.exit())
const prefix = process.argv[2]
await prepareDatabase()
for (let count = 0; ; count++) {
  await asSystem((tx) => tx.insert(rateLimits).values({ key: `${prefix}${count}`, count }))
  console.log(`${prefix}${count}`)
}
