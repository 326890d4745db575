/**
 * Makes a call for one thing of a call for many that runs once at a time: what is asked meanwhile waits, and the next
 * run does it together, `most` at once. All of a run succeed or fail alike.
 */
export function together<T>(work: (all: T[]) => Promise<void>, most: number): (one: T) => Promise<void> {
  const waiting: { one: T; resolve: () => void; reject: (reason: unknown) => void }[] = []
  let isRunning = false

  async function run() {
    isRunning = true
    while (waiting.length > 0) {
      const batch = waiting.splice(0, most)
      try {
        await work(batch.map(({ one }) => one))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error)
      }
    }
    isRunning = false
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!isRunning) void run()
    })
}
