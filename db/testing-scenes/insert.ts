import { prepareDatabase } from '../migrate'
import { rateLimits } from '../schema/rate-limits'
import { asSystem } from '../system'

/** Says each row it was told is kept, until its input ends. */
process.stdin.resume().on('end', () => process.exit())
const prefix = process.argv[2]
await prepareDatabase()
for (let count = 0; ; count++) {
  await asSystem((tx) => tx.insert(rateLimits).values({ key: `${prefix}${count}`, count }))
  console.log(`${prefix}${count}`)
}
