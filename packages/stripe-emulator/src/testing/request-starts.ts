/** What an operation needs before it gets to its work; `{customer}` stands for the id of one. */
export const STARTS: Record<string, readonly string[]> = {
  'POST /v1/customers': ['name=Ada&email=ada@example.com', 'name=Ada&payment_method=pm_card_visa'],
  'POST /v1/customers/:customer/balance_transactions': [
    'amount=-500&currency=usd',
    'amount=700&currency=usd',
  ],
  'POST /v1/customers/:customer/tax_ids': ['type=eu_vat&value=DE123456789'],
  'POST /v1/customers/:customer/sources': ['source=tok_visa'],
  'POST /v1/tax_ids': ['type=eu_vat&value=DE123456789&owner[type]=customer&owner[customer]={customer}'],
  'POST /v1/products': [
    'name=Work',
    'name=Work&default_price_data[currency]=usd&default_price_data[unit_amount]=5',
  ],
  'POST /v1/prices': [
    'currency=usd&unit_amount=1500&product={product}',
    'currency=usd&unit_amount_decimal=0.5&product_data[name]=Work&recurring[interval]=month',
  ],
  'POST /v1/tax_rates': [
    'display_name=VAT&inclusive=false&percentage=19',
    'display_name=VAT&inclusive=true&percentage=7.7',
  ],
  'POST /v1/coupons': ['percent_off=10', 'amount_off=500&currency=usd', 'percent_off=5&duration=forever'],
  'POST /v1/promotion_codes': ['promotion[type]=coupon&promotion[coupon]={coupon}'],
  'POST /v1/shipping_rates': ['display_name=Post&fixed_amount[amount]=500&fixed_amount[currency]=usd'],
  'POST /v1/invoiceitems': [
    'customer={customer}&amount=700&currency=usd',
    'customer={customer}&invoice={invoice}&amount=-300&currency=usd',
    'customer={customer}&pricing[price]={price}&quantity=3',
  ],
  'POST /v1/invoices': [
    'customer={customer}',
    'customer={customer}&collection_method=send_invoice&days_until_due=30&currency=usd',
    'customer={customer}&pending_invoice_items_behavior=include&default_tax_rates[0]={tax_rate}',
    'customer={customer}&auto_advance=true&discounts[0][coupon]={coupon}',
    'from_invoice[invoice]={invoice}&from_invoice[action]=revision',
  ],
  'POST /v1/invoices/create_preview': [
    'customer={customer}&invoice_items[0][amount]=700&invoice_items[0][currency]=usd',
    'customer={customer}&subscription={subscription}',
    'customer={customer}&subscription_details[items][0][price]={price}',
  ],
  'POST /v1/invoices/:invoice/add_lines': [
    'lines[0][amount]=1200&lines[0][description]=Work',
    'lines[0][price_data][currency]=usd&lines[0][price_data][unit_amount]=5&lines[0][price_data][product_data][name]=a',
    'lines[0][pricing][price]={price}&lines[0][tax_rates][0]={tax_rate}&lines[0][discounts][0][coupon]={coupon}',
    'lines[0][invoice_item]={invoiceitem}',
  ],
  'POST /v1/invoices/:invoice/update_lines': ['lines[0][id]={line}&lines[0][quantity]=2'],
  'POST /v1/invoices/:invoice/remove_lines': ['lines[0][id]={line}&lines[0][behavior]=delete'],
  'POST /v1/invoices/:id/pay': [
    'payment_method=pm_card_visa',
    'paid_out_of_band=true',
    'payment_method={payment_method}',
  ],
  'POST /v1/invoices/:id/attach_payment': [
    'payment_intent={payment_intent}',
    'payment_record={payment_record}',
  ],
  'POST /v1/credit_notes': [
    'invoice={invoice}&amount=100',
    'invoice={invoice}&lines[0][type]=invoice_line_item&lines[0][invoice_line_item]={line}&lines[0][quantity]=1',
    'invoice={invoice}&amount=100&refund_amount=100',
    'invoice={invoice}&amount=100&credit_amount=100',
  ],
  'GET /v1/credit_notes/preview': ['invoice={invoice}&amount=100'],
  'GET /v1/credit_notes/preview/lines': ['invoice={invoice}&amount=100'],
  'POST /v1/payment_intents': [
    'amount=1000&currency=usd&customer={customer}',
    'amount=1000&currency=usd&customer={customer}&confirm=true&payment_method=pm_card_visa',
    'amount=1000&currency=usd&confirm=true&payment_method=pm_card_visa&capture_method=manual',
    'amount=1000&currency=usd&confirm=true&payment_method=pm_card_createDispute',
  ],
  'POST /v1/payment_intents/:intent/confirm': [
    'payment_method=pm_card_visa',
    'payment_method=pm_card_authenticationRequired',
  ],
  'POST /v1/payment_methods': ['type=card&card[token]=tok_visa'],
  'POST /v1/payment_methods/:payment_method/attach': ['customer={customer}'],
  'POST /v1/payment_records/report_payment': [
    'amount_requested[value]=500&amount_requested[currency]=usd&initiated_at=1700000000&outcome=guaranteed&guaranteed[guaranteed_at]=1700000000&payment_method_details[type]=custom&payment_method_details[custom][display_name]=Cash',
  ],
  'POST /v1/refunds': ['charge={charge}&amount=10', 'payment_intent={payment_intent}'],
  'POST /v1/payouts': ['amount=1&currency=usd'],
  'POST /v1/subscriptions': [
    'customer={customer}&items[0][price]={price}',
    'customer={customer}&items[0][price]={price}&collection_method=send_invoice&days_until_due=7',
    'customer={customer}&items[0][price]={price}&trial_period_days=7&default_payment_method={payment_method}',
  ],
  'POST /v1/subscription_items': ['subscription={subscription}&price={price}'],
  'POST /v1/test_helpers/test_clocks': ['frozen_time=1900000000'],
  'POST /v1/webhook_endpoints': ['url=http://127.0.0.1:9/hook&enabled_events[]=*'],
  'POST /v1/account_links': [
    'account={account}&type=account_onboarding&refresh_url=http://a.b/&return_url=http://a.b/',
  ],
}
