'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { action } from '@/lib/http/actions/action'
import { paths } from '@/lib/paths'
import type { Result } from '@/lib/result'
import * as mutations from './mutations'
import { clientSchema } from './schema'

export const createClient = action(clientSchema, { permission: 'clients.create' }, async (member, input) =>
  shown(await mutations.createClient(member, input)),
)

export const updateClient = action(
  z.strictObject({ id: z.uuid(), values: clientSchema }),
  { permission: 'clients.update' },
  async (member, input) => shown(await mutations.updateClient(member, input)),
)

function shown<T>(result: Result<T>) {
  revalidatePath(paths.clients, 'layout')
  return result
}
