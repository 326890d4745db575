import type { Operation } from '../../transport/operation'
import { chargeRoutes } from './charges/routes'
import { disputeRoutes } from './disputes/routes'
import { paymentIntentRoutes } from './intents/routes'
import { invoicePaymentRoutes } from './invoice-payments/routes'
import { paymentMethodRoutes } from './methods/routes'
import { paymentRecordRoutes } from './records/routes'

/** All that has to do with paying. */
export const paymentRoutes: Operation[] = [
  ...invoicePaymentRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...disputeRoutes,
  ...paymentMethodRoutes,
  ...paymentRecordRoutes,
]
