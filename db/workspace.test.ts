import { expect, test } from 'vitest'
import { items } from './schema/catalog'
import { workspaces } from './schema/workspaces'
import { asSystem } from './system'
import { onEachDatabase } from './testing'
import { forWorkspace } from './workspace'

onEachDatabase(() => {
  test('a', async () => {
    const [a] = await asSystem((tx) =>
      tx
        .insert(workspaces)
        .values({
          name: 'A',
          country: 'DE',
          timeZone: 'Europe/Berlin',
          currency: 'eur',
          stripeAccount: 'acct_a',
        })
        .returning(),
    )
    const got = await forWorkspace(a!.id, (tx) =>
      tx.insert(items).values({ description: 'x', currency: 'eur', unitPrice: '1' }).returning(),
    )
    expect(got).toHaveLength(1)
  })
})
