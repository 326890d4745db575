'use server'
import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { action } from '@/lib/http/action'
import { paths } from '@/lib/paths'
import type { Result } from '@/lib/result'
import * as mutations from './mutations'
import { clientSchema } from './schema'

const roles = ['owner', 'member'] as const

export const createClient = action(clientSchema, { name: 'clients.create', roles }, async (member, input) =>
  shown(await mutations.createClient(member, input)),
)

export const updateClient = action(
  z.strictObject({ id: z.uuid(), values: clientSchema }),
  { name: 'clients.update', roles },
  async (member, input) => shown(await mutations.updateClient(member, input)),
)

function shown<T>(result: Result<T>) {
  revalidatePath(paths.clients, 'layout')
  return result
}
