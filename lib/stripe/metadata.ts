import 'server-only'

/** Names of our ids in the metadata of what we make at Stripe. */
export const OURS = {
  client: 'centwise_client_id',
  invoice: 'centwise_invoice_id',
  workspace: 'centwise_workspace_id',
  op: 'centwise_op_id',
  line: 'centwise_line_id',
  position: 'position',
} as const
