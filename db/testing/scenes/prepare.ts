import { prepareDatabase } from '@/db/migrate'
import { workspaces } from '@/db/schema/workspaces'
import { asSystem } from '@/db/system'
import { createWorkspace } from '@/db/testing/rows'

/** Migrates, and seeds a first workspace where there is none. */
await prepareDatabase(async () => {
  const found = await asSystem((tx) => tx.$count(workspaces))
  if (found === 0) await createWorkspace()
})
console.log('ready')
process.exit()
