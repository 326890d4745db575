import { accountRoutes } from '../resources/accounts/routes'
import { balanceRoutes } from '../resources/balance/routes'
import { couponRoutes } from '../resources/catalog/coupon-routes'
import { priceRoutes } from '../resources/catalog/price-routes'
import { productRoutes } from '../resources/catalog/product-routes'
import { promotionCodeRoutes } from '../resources/catalog/promotion-code-routes'
import { renderingTemplateRoutes } from '../resources/catalog/rendering-template-routes'
import { shippingRateRoutes } from '../resources/catalog/shipping-rate-routes'
import { taxRateRoutes } from '../resources/catalog/tax-rate-routes'
import { creditNoteRoutes } from '../resources/credit-notes/routes'
import { customerRoutes } from '../resources/customers/routes'
import { attachPayment } from '../resources/invoices/attach-payment'
import { createInvoice } from '../resources/invoices/create'
import { endRoutes } from '../resources/invoices/end'
import { finalizeInvoice } from '../resources/invoices/finalize'
import { lineRoutes } from '../resources/invoices/lines'
import { payInvoice } from '../resources/invoices/pay'
import { previewInvoice } from '../resources/invoices/preview'
import { readRoutes } from '../resources/invoices/read'
import { sendInvoice } from '../resources/invoices/send'
import { updateInvoice } from '../resources/invoices/update'
import { itemRoutes } from '../resources/items/routes'
import { paymentRoutes } from '../resources/payments/routes'
import { refundRoutes } from '../resources/refunds/routes'
import { searchRoutes } from '../resources/search/routes'
import { subscriptionItemRoutes } from '../resources/subscriptions/item-routes'
import { subscriptionRoutes } from '../resources/subscriptions/routes'
import { testClockRoutes } from '../resources/test-clocks/routes'
import { eventRoutes } from '../resources/webhooks/event-routes'
import { webhookEndpointRoutes } from '../resources/webhooks/routes'
import type { Operation } from './operation'

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
