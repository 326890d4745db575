import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Timetable } from './timetable'

const thing = fc.record({ id: fc.uuid(), nextAttemptAt: fc.integer({ min: 0, max: 20 }) })

test('due entries are taken in order of time, and later ones stay', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(thing, { selector: ({ id }) => id }),
      fc.nat(20),
      fc.nat(40),
      (things, until, gone) => {
        const table = new Timetable<{ id: string; nextAttemptAt: number }>()
        for (const each of things) table.add(each)
        const removed = things[gone]
        if (removed) table.remove(removed.id)
        const left = things.filter((each) => each !== removed)
        const inOrder = left.toSorted((a, b) => a.nextAttemptAt - b.nextAttemptAt)
        const later = inOrder.filter(({ nextAttemptAt }) => nextAttemptAt > until)
        expect(table.take(until)).toEqual(inOrder.filter(({ nextAttemptAt }) => nextAttemptAt <= until))
        expect(table.soonest).toBe(later[0]?.nextAttemptAt)
        expect(table.take(20)).toEqual(later)
        expect(table.take(20)).toEqual([])
      },
    ),
  )
})
