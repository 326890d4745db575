/** True when one part of the typed domain mixes Latin letters with look-alikes of another script. */
export function hasMixedScripts(typed: string) {
  return typed
    .slice(typed.lastIndexOf('@') + 1)
    .split('.')
    .some((label) => /\p{Script=Latin}/u.test(label) && /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(label))
}

export const MIXED_SCRIPTS_HINT = 'This domain mixes alphabets. Make sure it is your client’s.'
