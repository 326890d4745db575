/** The face of everything that is typed into. 16 px on touch screens, where smaller text makes them zoom. */
export const inputStyle =
  'motion block w-full min-w-0 rounded border border-edge bg-paper px-2.5 py-1.5 text-ink placeholder:text-quiet ' +
  'hover:border-quiet aria-invalid:border-red disabled:bg-wash pointer-coarse:py-2.5 pointer-coarse:text-lead'
