/** A field on the paper: a hairline where the words will stand, no box. */
export const paperField =
  'motion block w-full min-w-0 rounded-none border-b border-edge/50 bg-transparent px-1 py-1.5 text-ink placeholder:text-quiet ' +
  'hover:border-edge hover:bg-wash/60 focus:border-accent focus:bg-accent-wash/40 focus:outline-none ' +
  'focus-visible:ring-2 focus-visible:ring-accent aria-invalid:border-red pointer-coarse:py-2.5 pointer-coarse:text-lead'

export const paperLabel = 'text-small text-quiet'
