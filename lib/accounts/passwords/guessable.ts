// Words that make up most of the long passwords found in leaks.
const COMMON =
  'password passwort passw0rd p@ssword p@ssw0rd motdepasse contrasena wachtwoord qwertyuiop qwertzuiop azertyuiop ' +
  'asdfghjkl zxcvbnm qwerty qwertz azerty asdfgh letmein welcome willkommen bonjour iloveyou sunshine princess ' +
  'monkey dragon football baseball superman batman master shadow trustno1 whatever freedom michael jennifer admin ' +
  'administrator changeme default secret login abc123 1q2w3e4r 1qaz2wsx qazwsx centwise invoice invoices stripe'

const COMMON_WORDS = COMMON.split(' ')
const SEQUENCES = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz']
const SEQUENCE_MIN = 3
const CONTEXT_MIN = 4
const DISTINCT_MIN = 4

/**
 * True for a password that guessing programs try first: what is left of it after common words, words about the
 * person (`about`: name, e-mail) and runs such as `1234` are taken away has fewer than four different characters.
 */
export function isGuessable(password: string, about: readonly string[]) {
  const words = [...about.flatMap(wordsOf), ...COMMON_WORDS].sort((a, b) => b.length - a.length)
  let rest = password.toLowerCase()
  for (const word of words) rest = rest.replaceAll(word, ' ')
  return new Set(withoutRuns(rest).replace(/\s/g, '')).size < DISTINCT_MIN
}

function wordsOf(text: string) {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= CONTEXT_MIN)
}

// A run is three or more characters that follow each other in a sequence.
function withoutRuns(text: string) {
  let rest = ''
  for (let at = 0; at < text.length; ) {
    const length = runLength(text, at)
    if (length >= SEQUENCE_MIN) at += length
    else rest += text[at++]
  }
  return rest
}

function runLength(text: string, at: number) {
  let longest = 0
  for (const sequence of SEQUENCES) {
    const start = sequence.indexOf(text.charAt(at))
    let length = 0
    while (start >= 0 && start + length < sequence.length && text[at + length] === sequence[start + length])
      length++
    longest = Math.max(longest, length)
  }
  return longest
}
