import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Shelf } from './shelf'

interface Thing {
  id: string
  group: string
}

const step = fc.record({
  kind: fc.constantFrom('put', 'remove'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  group: fc.constantFrom('x', 'y'),
})

test('a shelf lists what a plain list would, both ways and by group', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const shelf = new Shelf<Thing>((thing) => thing.group)
      let plain: Thing[] = []
      steps.forEach(({ kind, id, group }, index) => {
        const known = plain.some((thing) => thing.id === id)
        if (kind === 'remove') {
          shelf.remove(id)
          plain = plain.filter((thing) => thing.id !== id)
          return
        }
        shelf.put({ id, group }, shelf.seqOf(id) ?? index + 1)
        plain = known
          ? plain.map((thing) => (thing.id === id ? { id, group } : thing))
          : [...plain, { id, group }]
      })
      expect([...shelf.oldestFirst()]).toEqual(plain)
      expect([...shelf.newestFirst()]).toEqual(plain.toReversed())
      expect(shelf.inGroup('x')).toEqual(plain.filter((thing) => thing.group === 'x'))
    }),
  )
})

test('a page starts next to its cursor', () => {
  const shelf = new Shelf<Thing>()
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries()) shelf.put({ id, group: '' }, index + 1)
  expect([...shelf.newestFirst(shelf.seqOf('c'))].map((thing) => thing.id)).toEqual(['b', 'a'])
  expect([...shelf.oldestFirst(shelf.seqOf('b'))].map((thing) => thing.id)).toEqual(['c', 'd'])
})
