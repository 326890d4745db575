import * as z from 'zod'
import { withCode } from '@/lib/issues'
import { emailAddress } from '@/lib/text/email-address'
import { isBlank, isStorable } from '@/lib/text/plain-text'
import { lineOfText } from '@/lib/text/schema'

export const PASSWORD_MIN = 12
export const PASSWORD_MAX = 128
export const NAME_MAX = 100

const personName = lineOfText(NAME_MAX).refine(
  (name) => !isBlank(name),
  withCode('required', 'Enter your name.'),
)

// Any characters in any mixture, spaces at the ends included; nothing is trimmed or cut off.
const newPassword = z
  .string()
  .refine(
    (text) => lengthOf(text) >= PASSWORD_MIN,
    withCode('password_too_short', `Use at least ${PASSWORD_MIN} characters: a few words do well.`),
  )
  .refine(
    (text) => lengthOf(text) <= PASSWORD_MAX,
    withCode('password_too_long', `Use at most ${PASSWORD_MAX} characters.`),
  )
  .refine(isStorable, withCode('text_unreadable', 'Use characters that can be typed.'))

export const signUpSchema = z.strictObject({
  name: personName,
  email: emailAddress,
  password: newPassword,
})

/** Whether the password is right is not for a schema to say; this only bounds the work of finding out. */
export const signInSchema = z.strictObject({
  email: emailAddress,
  password: z
    .string()
    .min(1, 'Enter your password.')
    .max(PASSWORD_MAX * 2, 'This password is too long.'),
})

/** The form also says which page was asked for before. */
export const signInFormSchema = signInSchema.extend({ next: z.string().max(500).optional() })

export type SignUpInput = z.infer<typeof signUpSchema>
export type SignInInput = z.infer<typeof signInSchema>

// Counted in code points; the first bound spares the spread a megabyte.
function lengthOf(text: string) {
  return text.length > PASSWORD_MAX * 2 ? text.length : [...text].length
}
