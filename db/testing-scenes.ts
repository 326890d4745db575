import { lockDirectory } from './directory-lock'
import { prepareDatabase } from './migrate'
import { rateLimits } from './schema/rate-limits'
import { workspaces } from './schema/workspaces'
import { asSystem } from './system'
import type { Scene } from './testing-process'
import { createWorkspace } from './testing-rows'

const scenes: Record<Scene, (argument: string) => Promise<void>> = {
  /** Says whether it got the folder, and holds it. */
  async lock(directory) {
    const got = await lockDirectory(directory, 0).then(
      () => 'got it',
      (error: unknown) => `${error}`,
    )
    console.log(got)
  },

  /** Says each row it was told is kept, without end. */
  async insert(prefix) {
    await prepareDatabase()
    for (let i = 0; ; i++) {
      await asSystem((tx) => tx.insert(rateLimits).values({ key: `${prefix}${i}`, count: i }))
      console.log(`${prefix}${i}`)
    }
  },

  /** Migrates, and seeds a first workspace where there is none. */
  async prepare() {
    await prepareDatabase(async () => {
      const found = await asSystem((tx) => tx.$count(workspaces))
      if (found === 0) await createWorkspace()
    })
    console.log('ready')
    process.exit()
  },
}

// Whatever it plays, it ends with the test that closes its input or with the process that ran the test.
process.stdin.resume().on('end', () => process.exit())

const [, , scene = '', argument = ''] = process.argv
await Object.entries(scenes).find(([name]) => name === scene)?.[1](argument)
