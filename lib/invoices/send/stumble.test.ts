import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { database } from '@/db/connection'
import { operations } from '@/db/schema/queues'
import { asSystem } from '@/db/system'
import { onEachDatabase } from '@/db/testing/testing'
import { carryOnOperations } from '@/lib/boot/operations'
import {
  addDraft,
  expectSameAsStripe,
  must,
  openAtelier,
  sendPatiently,
  shown,
} from '@/lib/invoices/testing/testing'

onEachDatabase(() => {
  test('a send that stumbles over the database rests a moment, and goes on from there', async () => {
    const atelier = await openAtelier()
    const draft = await addDraft(atelier)
    const { db } = await database()
    await db.execute(sql`alter table invoices add constraint broken check (number is null)`)
    must(await sendPatiently(atelier.member, { ...draft, kind: 'send' }))
    await db.execute(sql`alter table invoices drop constraint broken`)

    const mine = eq(operations.subjectId, draft.id)
    const [op] = await asSystem((tx) => tx.select().from(operations).where(mine))
    expect(op).toMatchObject({ state: 'open', step: 'finalize', tries: 1, leaseUntil: null })
    expect(op?.error).toMatchObject({ code: 'stumbled' })

    await asSystem((tx) => tx.update(operations).set({ nextTryAt: sql`now()` }).where(mine))
    await carryOnOperations()
    expect(await shown(atelier, draft.id)).toMatchObject({ status: 'open', send: null })
    await expectSameAsStripe(atelier)
  })
})
