/** How large a proof is: `small` in tests, `full` where PROOF_SIZE says so. */
export function proofSize(small: number, full: number): number {
  return process.env.PROOF_SIZE === 'full' ? full : small
}
