import type { Member, Role } from '@/lib/accounts/member'

const EVERYONE: readonly Role[] = ['owner', 'member', 'accountant']
const WRITERS: readonly Role[] = ['owner', 'member']

/** Which roles may do what, by the names of the actions. An accountant reads, and refreshes what is read. */
const ROLES = {
  'clients.create': WRITERS,
  'clients.update': WRITERS,
  'invoices.saveDraft': WRITERS,
  'invoices.duplicate': WRITERS,
  'invoices.deleteDraft': WRITERS,
  'invoices.send': WRITERS,
  'invoices.finalize': WRITERS,
  'invoices.sendAgain': WRITERS,
  'invoices.void': WRITERS,
  'invoices.markPaid': WRITERS,
  'invoices.markUncollectible': WRITERS,
  'invoices.refresh': EVERYONE,
}

export type Permission = keyof typeof ROLES

/** Tells whether a member's role lets them do something. */
export function can({ role }: Pick<Member, 'role'>, permission: Permission): boolean {
  return ROLES[permission].includes(role)
}
