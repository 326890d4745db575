import { AS_TYPED, type Kind } from './kind'

/** Text over as many lines as it takes; `max` counts code points. */
export function text(max: number): Kind<string> {
  return { ...AS_TYPED, empty: '', rule: (rules) => rules.text(max) }
}
