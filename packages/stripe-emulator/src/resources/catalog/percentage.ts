import { decimal } from '../../transport/params/leaves'
import type { Param } from '../../transport/params/params'
import { badParam } from '../../wire/refusal'

/** Returns a share of a hundred, as decimal text. */
export function percentage({ min = 0, places = 12 } = {}): Param<string | undefined> {
  const share = decimal({ places })
  return {
    read: (value, at) => {
      const given = share.read(value, at)
      if (given === undefined) return undefined
      if (Number(given) < min) throw outside(at, 'greater', min, given)
      if (Number(given) > 100) throw outside(at, 'less', 100, given)
      return given
    },
  }
}

function outside(param: string, side: 'greater' | 'less', bound: number, given: string) {
  const shown = given.includes('.') ? given : `${given}.0`
  const message = `This value must be ${side} than or equal to ${bound} (it currently is '${shown}').`
  return badParam(message, { param })
}
