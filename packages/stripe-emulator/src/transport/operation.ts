import { clockOfRequest, refuseAdvancing } from '../state/clock'
import type { UnitOfWork } from '../state/unit-of-work'
import type { Form } from './params/form'
import { text } from './params/leaves'
import { list, type Read, readForm, type Shape } from './params/params'

export type Method = 'GET' | 'POST' | 'DELETE'

/** The ids in a path, in order, with the names that error texts call them by. */
export type PathIds = { id: string; param: string }[]

export interface Call<P> {
  unit: UnitOfWork
  params: P
  /** The object the path names, and the one below it (`/invoices/:invoice/lines/:line`). */
  path: { id: string; param: string }
  child: { id: string; param: string }
}

export interface Answer {
  body: unknown
  expand: string[]
}

export interface Operation {
  method: Method
  path: string
  /** The parameters it takes, besides `expand`. */
  shape: Shape
  /** Reads the parameters, refusing bad ones; what it returns runs the operation. */
  prepare(form: Form): (unit: UnitOfWork, ids: PathIds) => Answer
}

const expand = list(text())
const NOWHERE = { id: '', param: '' }

/** Describes one endpoint. The name of a path parameter is the `param` of its 404. */
export function operation<S extends Shape>(
  method: Method,
  path: string,
  shape: S,
  run: (call: Call<Read<S>>) => unknown,
): Operation {
  return {
    method,
    path,
    shape,
    prepare: (form) => {
      const { expand: asked, ...rest } = form
      const paths = expand.read(asked, 'expand') ?? []
      const params = readForm(shape, rest)
      return (unit, [target = NOWHERE, child = NOWHERE]) => {
        const clock = clockOfRequest(unit, [target.id, child.id], params)
        if (clock && method !== 'GET') refuseAdvancing(clock)
        const timed = clock ? unit.at(clock.frozen_time) : unit
        return { body: run({ unit: timed, params, path: target, child }), expand: paths }
      }
    },
  }
}
