import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ColdStorage } from './cold-storage'
import { coldCollectionOf, collectionOf } from './collection'

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

const packing = { storage: new ColdStorage(), labelOf: (thing: Thing) => ({ ...thing, note: '' }) }
const groupsOf = (thing: Thing) => [thing.group, thing.color]

test.each([
  ['as they are', () => collectionOf(groupsOf)],
  ['in cold storage', () => coldCollectionOf(packing, groupsOf)],
])('a collection of things %s lists what a plain list would, both ways and by group', (_how, make) => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const collection = make()
      let plain: Thing[] = []
      steps.forEach(({ kind, ...thing }, index) => {
        const { id } = thing
        const known = plain.some((each) => each.id === id)
        if (kind === 'remove') {
          collection.remove(id)
          plain = plain.filter((each) => each.id !== id)
          return
        }
        collection.put(thing, collection.seqOf(id) ?? index + 1)
        plain = known ? plain.map((each) => (each.id === id ? thing : each)) : [...plain, thing]
      })
      expect(collection.size).toBe(plain.length)
      expect([...collection.oldestFirst()]).toEqual(plain)
      expect([...collection.newestFirst()]).toEqual(plain.toReversed())
      const wanted = ({ color }: Thing) => color === 'red'
      expect([...collection.newestFirst(undefined, { wanted })]).toEqual(plain.filter(wanted).toReversed())
      const [first] = plain
      for (const name of ['x', 'y', 'red']) {
        const group = plain.filter((each) => each.group === name || each.color === name)
        expect(collection.inGroup(name)).toEqual(group)
        expect([...collection.newestFirst(undefined, { group: name })]).toEqual(group.toReversed())
        const later = group.filter((each) => each !== first)
        expect([...collection.oldestFirst(collection.seqOf(first?.id ?? ''), { group: name })]).toEqual(later)
      }
    }),
  )
})

test('a page starts next to its cursor', () => {
  const collection = collectionOf<Thing>()
  for (const [index, id] of ['a', 'b', 'c', 'd'].entries())
    collection.put({ id, group: '', color: null, note: '' }, index + 1)
  expect([...collection.newestFirst(collection.seqOf('c'))].map((thing) => thing.id)).toEqual(['b', 'a'])
  expect([...collection.oldestFirst(collection.seqOf('b'))].map((thing) => thing.id)).toEqual(['c', 'd'])
})

test('things may go while they are listed', () => {
  const collection = collectionOf<Thing>((thing) => thing.group)
  const ids = Array.from({ length: 50 }, (_, index) => `t${index}`)
  for (const [index, id] of ids.entries())
    collection.put({ id, group: 'x', color: null, note: '' }, index + 1)
  const listed: string[] = []
  for (const { id } of collection.oldestFirst()) {
    listed.push(id)
    collection.remove(id)
  }
  expect(listed).toEqual(ids)
  expect(collection.size).toBe(0)
  expect(collection.inGroup('x')).toEqual([])
})
