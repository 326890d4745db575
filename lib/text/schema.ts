import * as z from 'zod'
import { withCode } from '@/lib/issues'
import { cleanText, isStorable } from './plain-text'

/** One line of text, such as a name: line breaks become spaces. `max` counts code points. */
export function lineOfText(max: number) {
  return storable(max).transform((text) => cleanText(text).replace(/\s+/g, ' '))
}

/** Text that may run over several lines. `max` counts code points. */
export function plainText(max: number) {
  return storable(max).transform(cleanText)
}

function storable(max: number) {
  return z
    .string()
    .refine((text) => fits(text, max), withCode('too_long', `Use at most ${max} characters.`))
    .refine(isStorable, withCode('text_unreadable', 'Remove the unreadable characters from this text.'))
}

// UTF-16 length bounds the code points from above, so the spread below never runs on a megabyte.
function fits(text: string, max: number) {
  return text.length <= max || (text.length <= max * 2 && [...text].length <= max)
}
