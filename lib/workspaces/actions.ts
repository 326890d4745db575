'use server'

import { userForm } from '@/lib/http/actions/form-action'
import { paths } from '@/lib/paths'
import { done } from '@/lib/result'
import { openWorkspace as open } from './mutations'
import { firstWorkspaceSchema } from './schema'

export const openWorkspace = userForm(
  firstWorkspaceSchema,
  { name: 'openWorkspace' },
  async (user, input) => {
    const opened = await open(user, input)
    return opened.ok ? done(paths.invoices) : opened
  },
)
