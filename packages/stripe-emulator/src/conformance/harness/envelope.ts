import type { Field, Schema } from '../schema/schema'

const text: Field = { schema: { is: 'string' }, optional: true }
const object: Field = { schema: { is: 'object' }, optional: true }

/** What every refusal looks like on the wire. */
export const ENVELOPE: Schema = {
  is: 'hash',
  fields: {
    error: {
      schema: {
        is: 'hash',
        fields: {
          type: {
            schema: {
              is: 'literal',
              values: ['api_error', 'card_error', 'idempotency_error', 'invalid_request_error'],
            },
          },
          message: { schema: { is: 'string' } },
          advice_code: text,
          charge: text,
          code: text,
          decline_code: text,
          doc_url: text,
          network_advice_code: text,
          network_decline_code: text,
          param: text,
          payment_intent: object,
          payment_method: object,
          payment_method_type: text,
          request_log_url: text,
          setup_intent: object,
          source: object,
        },
      },
    },
  },
}
