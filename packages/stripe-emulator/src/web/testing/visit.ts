import { web } from '../web'
import type { fakeAdmin } from './admin'

type World = Pick<ReturnType<typeof fakeAdmin>, 'admin'>

/** Reads one answer of the pages, with its text. */
export async function visit(world: World, path: string, form?: Record<string, string>) {
  const init = form && { method: 'POST', body: new URLSearchParams(form) }
  const response = await web(world.admin).request(path, init)
  return {
    status: response.status,
    location: response.headers.get('location'),
    policy: response.headers.get('content-security-policy'),
    text: await response.text(),
  }
}
