import { prepareDatabase } from '../migrate'
import { workspaces } from '../schema/workspaces'
import { asSystem } from '../system'
import { createWorkspace } from '../testing-rows'

/** Migrates, and seeds a first workspace where there is none. */
await prepareDatabase(async () => {
  const found = await asSystem((tx) => tx.$count(workspaces))
  if (found === 0) await createWorkspace()
})
console.log('ready')
process.exit()
