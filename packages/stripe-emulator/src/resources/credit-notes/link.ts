export interface CreditNoteLink {
  account: string
  creditNote: string
}

/** Returns the path segment before `/pdf`, where a credit note is printed. It does not expire. */
export function creditNoteToken(account: string, creditNote: string): string {
  return `test_${Buffer.from(`${account},${creditNote}`).toString('base64url')}`
}

export function readCreditNoteToken(token: string): CreditNoteLink | undefined {
  const text = Buffer.from(token.replace(/^test_/, ''), 'base64url').toString('utf8')
  const [account, creditNote, ...more] = text.split(',')
  return account && creditNote && more.length === 0 ? { account, creditNote } : undefined
}
