/** Next calls this once, before the first request of a server process. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startOrExit } = await import('@/lib/boot/start')
  await startOrExit()
}
