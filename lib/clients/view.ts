import type { ClientInput } from './schema'

/** What a screen is given of a client: allow-listed, serialisable. */
export type ClientSummary = {
  id: string
  name: string
  email: string
  /** ISO 8601. */
  createdAt: string
}

export type ClientList = { rows: ClientSummary[] }

/** `values` is what the form holds. */
export type ClientDetail = { id: string; values: ClientInput; isAtStripe: boolean; createdAt: string }
