import 'server-only'
import { changeClientDefinition } from '@/lib/clients/at-stripe/change'
import { finalizeDefinition, sendAgainDefinition, sendDefinition } from '@/lib/invoices/send/definitions'
import { deleteDefinition } from '@/lib/invoices/write/delete-at-stripe'
import {
  markPaidDefinition,
  markUncollectibleDefinition,
  voidDefinition,
} from '@/lib/invoices/write/transitions'
import { resumeOperations } from '@/lib/operations/resume'

/** Every kind of operation. One that is not here is begun by a click, and carried on by nobody. */
export const OPERATIONS = [
  sendDefinition,
  finalizeDefinition,
  sendAgainDefinition,
  voidDefinition,
  markPaidDefinition,
  markUncollectibleDefinition,
  deleteDefinition,
  changeClientDefinition,
] as const

/** Carries on an operation that was interrupted or had to rest; false when there is none. */
export function carryOnOperations(): Promise<boolean> {
  return resumeOperations(OPERATIONS)
}
