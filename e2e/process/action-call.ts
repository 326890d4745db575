import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/scripts/run.mjs'

type Manifest = { node: Record<string, { exportedName: string; workers: Record<string, unknown> }> }

/** Calls a server action of the build over HTTP, as a button on the page of the invoice `id` does. */
export async function callAction<T extends { id: string }>(
  origin: string,
  cookie: string,
  name: string,
  input: T,
) {
  const { action, page } = findAction(name)
  const response = await fetch(origin + page.replace('[id]', input.id), {
    method: 'POST',
    headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8', origin, cookie },
    body: JSON.stringify([input]),
  })
  const text = await response.text()
  // The answer is React's own format, but a refusal can be read in it.
  if (response.ok && !text.includes('"ok":false')) return
  throw new Error(`${name} answered ${response.status}: ${text.slice(0, 500)}`)
}

/** The build names an action by a hash, and says which pages know it. */
function findAction(name: string) {
  const path = join(ROOT, '.next/server/server-reference-manifest.json')
  const manifest: Manifest = JSON.parse(readFileSync(path, 'utf8'))
  const found = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name)
  const [worker] = Object.keys(found?.[1].workers ?? {})
  if (!found || !worker) throw new Error(`No page of the build knows the action ${name}.`)
  return { action: found[0], page: addressOf(worker) }
}

/** `app/(app)/invoices/page` is at `/invoices`. */
function addressOf(worker: string) {
  return (
    worker
      .replace(/^app/, '')
      .replace(/\/page$/, '')
      .replace(/\/\([^)]*\)/g, '') || '/'
  )
}
