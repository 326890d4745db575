/**
 * How large a proof is: `small` in `npm test`, `full` in `npm run proof`. The only place that reads PROOF_SIZE; the
 * emulator's package has one of its own.
 */
export function proofSize(small: number, full: number): number {
  return process.env.PROOF_SIZE === 'full' ? full : small
}
