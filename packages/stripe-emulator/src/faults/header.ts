import { badParam } from '../wire/refusal'
import { type FaultOrder, REQUEST_FAULTS } from './orders'

const HEADER = 'x-emulator-fault'
const GRAMMAR = /^([\w-]+)(?::(\d{1,6}))?((?:;rate=(?:[01]|0?\.\d+)|;seed=\d+)*)$/

/**
 * Returns the fault that a request asks for itself, in the header `x-emulator-fault`: a name, milliseconds after a colon where
 * it takes some, and, to be struck only now and then, a rate and the seed of its dice. Spaces do not matter.
 *
 *     x-emulator-fault: 429
 *     x-emulator-fault: delay-after:500
 *     x-emulator-fault: reset-before; rate=0.2; seed=7
 */
export function readFaultHeader(headers: Headers): FaultOrder | undefined {
  const text = headers.get(HEADER)?.replace(/\s/g, '')
  if (!text) return undefined
  const [, name, delay, chances = ''] = GRAMMAR.exec(text) ?? []
  const kind = REQUEST_FAULTS.find((each) => each === name)
  if (!kind) throw badParam(`Invalid ${HEADER}: ${text}; the faults are ${REQUEST_FAULTS.join(', ')}`, {})
  const { rate, seed } = Object.fromEntries(new URLSearchParams(chances.replaceAll(';', '&')))
  return {
    kind,
    times: 1,
    ...(delay !== undefined && { delayMs: Number(delay) }),
    ...(rate !== undefined && { rate: Number(rate) }),
    ...(seed !== undefined && { seed: Number(seed) }),
  }
}
