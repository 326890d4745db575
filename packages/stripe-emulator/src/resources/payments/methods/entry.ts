/** A card as a person types it. */
export interface CardEntry {
  number: string
  expMonth: number
  expYear: number
  cvc: string
  name?: string
}

/** A bank account to debit, with the owner's name and address for the mandate. */
export type BankEntry = { name: string; email: string } & (
  | { type: 'us_bank_account'; routing_number: string; account_number: string }
  | { type: 'sepa_debit'; iban: string }
)
