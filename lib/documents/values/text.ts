import { AS_TYPED, type Kind } from './kind'

/** Text over as many lines as it takes; `max` counts code points. */
export function text(max: number): Kind<string> {
  return { ...AS_TYPED, empty: '', rule: (rules) => rules.text(max) }
}

/** Text of one line. */
export function line(max: number): Kind<string> {
  return { ...text(max), rule: (rules) => rules.line(max) }
}
