/** Names of whole areas that are not here: as a parameter, a part of one, or a value. */
interface Elsewhere {
  words: readonly string[]
  /** The end of what stands before the word. */
  after: RegExp
  why: string
}

export const ELSEWHERE: readonly Elsewhere[] = [
  {
    words: ['customer_account'],
    after: /[ []$/,
    why: 'It names an account of API v2, and there is no API v2 here.',
  },
  {
    words: split(`
      acss_debit affirm afterpay_clearpay alipay alma amazon_pay au_becs_debit bacs_debit bancontact billie bizum blik
      boku_promptpay boleto capchase_pay card_present cashapp check_scan click_to_pay crypto custom customer_balance
      demo_pay duitnow dummy_auth_push dummy_passthrough_card edenred eps fpx gcash getbalance gift_card giropay gopay
      grabpay id_bank_transfer ideal interac_present kakao_pay klarna knet konbini kr_card kr_market kriya link mb_way
      mobilepay momo mondu multibanco naver_pay netbanking ng_bank ng_bank_transfer ng_card ng_market ng_ussd ng_wallet
      nz_bank_account octopus oxxo p24 paper_check pay_by_bank payco paynow paypal paypay payto pix promptpay qris
      rechnung revolut_pay samsung_pay satispay scalapay sequra shop_pay shopeepay sofort south_korea_market
      stripe_balance sunbit swish tamara test_pay touch_n_go truemoney twint upi us_cash_voucher vipps wechat_pay wero
      zip
    `),
    after: /payment_method(s|_data|_options|_types)[\][ =]+$/,
    why: 'Clients pay by card, US bank account or SEPA debit here; nobody could pay in these ways.',
  },
  {
    words: split(`
      affirm_payments afterpay_clearpay_payments alma_payments amazon_pay_payments app_distribution bancontact_payments
      billie_payments bizum_payments blik_payments blik_recurring_payments boleto_payments card_issuing
      cartes_bancaires_payments cashapp_payments crypto_payments eps_payments fpx_payments gb_bank_transfer_payments
      giropay_payments grabpay_payments ideal_payments india_international_payments jcb_payments
      jp_bank_transfer_payments kakao_pay_payments klarna_payments konbini_payments kr_card_payments legacy_payments
      mb_way_payments mobilepay_payments multibanco_payments mx_bank_transfer_payments naver_pay_payments
      nz_bank_account_becs_debit_payments oxxo_payments p24_payments pay_by_bank_payments payco_payments
      paynow_payments paypay_payments payto_payments pix_payments promptpay_payments revolut_pay_payments
      samsung_pay_payments satispay_payments scalapay_payments sepa_bank_transfer_payments sequra_payments
      sofort_payments sunbit_payments swish_payments tax_reporting_us_1099_k tax_reporting_us_1099_misc treasury
      twint_payments upi_payments us_bank_transfer_payments wero_payments zip_payments
    `),
    after: /(capabilities|settings)\[$/,
    why: 'A connected account has the capabilities that its ways to be paid here need.',
  },
]

function split(words: string): string[] {
  return words.trim().split(/\s+/)
}
