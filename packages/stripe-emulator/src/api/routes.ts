import { accountRoutes } from '../resources/accounts/routes'
import { balanceRoutes } from '../resources/balance/routes'
import { couponRoutes } from '../resources/catalog/coupons/routes'
import { priceRoutes } from '../resources/catalog/prices/routes'
import { productRoutes } from '../resources/catalog/products/routes'
import { promotionCodeRoutes } from '../resources/catalog/promotion-codes/routes'
import { renderingTemplateRoutes } from '../resources/catalog/rendering-templates/routes'
import { shippingRateRoutes } from '../resources/catalog/shipping-rates/routes'
import { taxRateRoutes } from '../resources/catalog/tax-rates/routes'
import { creditNoteRoutes } from '../resources/credit-notes/routes'
import { customerRoutes } from '../resources/customers/routes'
import { createInvoice } from '../resources/invoices/create'
import { attachPayment } from '../resources/invoices/lifecycle/attach-payment'
import { endRoutes } from '../resources/invoices/lifecycle/end'
import { finalizeInvoice } from '../resources/invoices/lifecycle/finalize'
import { payInvoice } from '../resources/invoices/lifecycle/pay'
import { sendInvoice } from '../resources/invoices/lifecycle/send'
import { lineRoutes } from '../resources/invoices/lines/routes'
import { previewInvoice } from '../resources/invoices/preview'
import { readRoutes } from '../resources/invoices/read'
import { updateInvoice } from '../resources/invoices/update'
import { itemRoutes } from '../resources/items/routes'
import { paymentRoutes } from '../resources/payments/routes'
import { refundRoutes } from '../resources/refunds/routes'
import { searchRoutes } from '../resources/search/routes'
import { subscriptionItemRoutes } from '../resources/subscriptions/items/routes'
import { subscriptionRoutes } from '../resources/subscriptions/routes'
import { testClockRoutes } from '../resources/test-clocks/routes'
import { eventRoutes } from '../resources/webhooks/event-routes'
import { webhookEndpointRoutes } from '../resources/webhooks/routes'
import type { Operation } from '../transport/operation'

/** Every endpoint. The first that matches answers, so fixed paths go before paths with an id. */
export const operations: Operation[] = [
  ...searchRoutes,
  ...customerRoutes,
  ...productRoutes,
  ...priceRoutes,
  ...taxRateRoutes,
  ...couponRoutes,
  ...promotionCodeRoutes,
  ...shippingRateRoutes,
  ...renderingTemplateRoutes,
  ...itemRoutes,
  createInvoice,
  previewInvoice,
  ...readRoutes,
  ...lineRoutes,
  finalizeInvoice,
  sendInvoice,
  payInvoice,
  attachPayment,
  ...endRoutes,
  updateInvoice,
  ...paymentRoutes,
  ...refundRoutes,
  ...balanceRoutes,
  ...creditNoteRoutes,
  ...subscriptionRoutes,
  ...subscriptionItemRoutes,
  ...testClockRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
  ...accountRoutes,
]
