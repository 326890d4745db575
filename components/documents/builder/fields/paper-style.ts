const FACE =
  'motion -mx-1 block w-[calc(100%+0.5rem)] min-w-0 border-b bg-transparent px-1 py-1.5 text-ink placeholder:text-quiet ' +
  'hover:border-edge hover:bg-wash/60 focus:border-accent focus:bg-accent-wash/40 focus:outline-none ' +
  'focus-visible:rounded focus-visible:ring-2 focus-visible:ring-accent aria-invalid:border-red ' +
  'pointer-coarse:py-2.5 pointer-coarse:text-lead'

/** A field on the paper: a hairline where the words will stand, no box. */
export const paperField = `${FACE} border-edge/50`

/** A field in a row that has a hairline of its own. */
export const paperCell = `${FACE} border-transparent`
