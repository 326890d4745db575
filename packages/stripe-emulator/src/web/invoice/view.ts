import type { HostedInvoice } from '../../admin/admin'
import type { Links } from '../frame/links'

/** What the parts of an invoice's page are made from. */
export interface InvoiceView {
  links: Links
  token: string
  hosted: HostedInvoice
}
