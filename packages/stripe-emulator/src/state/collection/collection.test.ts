import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Attic } from './cold-storage'
import { Shelf } from './collection'

interface Thing {
  id: string
  group: string
  color: string | null
  note: string
}

const step = fc.record({
  kind: fc.constantFrom('put', 'put', 'remove'),
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  group: fc.constantFrom('x', 'y'),
  color: fc.constantFrom('red', null),
  note: fc.constantFrom('', 'long'),
})

const packing = { attic: new Attic(), labelOf: (thing: Thing) => ({ ...thing, note: '' }) }
const groupsOf = (thing: Thing) => [thing.group, thing.color]

test.each([
  ['as they are', () => new Shelf<Thing>(groupsOf)],
  ['in an attic', () => new Shelf<Thing>(groupsOf, undefined, packing)],
])('a shelf of things %s lists what a plain list would, both ways and by group', (_how, make) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const shelf = make()
      let plain: Thing[] = []
      steps.forEach(({ kind, ...thing }, index) => {
        const { id } = thing
        const known = plain.some((each) => each.id === id)
        if (kind === 'remove') {
          shelf.remove(id)
          plain = plain.filter((each) => each.id !== id)
          return
        }
        shelf.put(thing, shelf.seqOf(id) ?? index + 1)
        plain = known ? plain.map((each) => (each.id === id ? thing : each)) : [...plain, thing]
      })
      expect(shelf.size).toBe(plain.length)
      expect([...shelf.oldestFirst()]).toEqual(plain)
      expect([...shelf.newestFirst()]).toEqual(plain.toReversed())
      const wanted = ({ color }: Thing) => color === 'red'
      expect([...shelf.newestFirst(undefined, { wanted })]).toEqual(plain.filter(wanted).toReversed())
      const [first] = plain
      for (const name of ['x', 'y', 'red']) {
        const group = plain.filter((each) => each.group === name || each.color === name)
        expect(shelf.inGroup(name)).toEqual(group)
        expect([...shelf.newestFirst(undefined, { group: name })]).toEqual(group.toReversed())
        const later = group.filter((each) => each !== first)
        expect([...shelf.oldestFirst(shelf.seqOf(first?.id ?? ''), { group: name })]).toEqual(later)
      }
    }),
  )
})

test('a page starts next to its cursor', () => {
  const shelf = new Shelf<Thing>()
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
    shelf.put({ id, group: '', color: null, note: '' }, index + 1)
  expect([...shelf.newestFirst(shelf.seqOf('c'))].map((thing) => thing.id)).toEqual(['b', 'a'])
  expect([...shelf.oldestFirst(shelf.seqOf('b'))].map((thing) => thing.id)).toEqual(['c', 'd'])
})

test('things may go while they are listed', () => {
  const shelf = new Shelf<Thing>((thing) => thing.group)
  const ids = Array.from({ length: 50 }, (_, index) => `t${index}`)
  for (const [index, id] of ids.entries()) shelf.put({ id, group: 'x', color: null, note: '' }, index + 1)
  const listed: string[] = []
  for (const { id } of shelf.oldestFirst()) {
    listed.push(id)
    shelf.remove(id)
  }
  expect(listed).toEqual(ids)
  expect(shelf.size).toBe(0)
  expect(shelf.inGroup('x')).toEqual([])
})
