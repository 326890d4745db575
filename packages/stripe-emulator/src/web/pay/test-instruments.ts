import { html } from 'hono/html'
import type { Html } from '../frame/page'
import type { PayMethod } from './methods'

type Group = [heading: string, rows: [number: string, effect: string][]]

const SUCCEEDS = 'Succeeds'

const CARDS: Group[] = [
  [
    'Pays',
    [
      ['4242 4242 4242 4242', 'Visa'],
      ['4000 0566 5566 5556', 'Visa debit'],
      ['5555 5555 5555 4444', 'Mastercard'],
      ['3782 822463 10005', 'American Express, 4-digit code'],
      ['6011 1111 1111 1117', 'Discover'],
      ['3056 9300 0902 0004', 'Diners Club'],
      ['3566 0020 2036 0505', 'JCB'],
      ['4000 0000 0000 3055', 'Knows 3-D Secure, does not ask for it'],
    ],
  ],
  [
    'Asks to confirm (3-D Secure)',
    [
      ['4000 0025 0000 3155', 'Unless it was set up before'],
      ['4000 0027 6000 3184', 'Always'],
      ['4000 0000 0000 3220', 'Always, the newer way'],
      ['4000 0084 0000 1629', 'Confirms, and is then declined'],
    ],
  ],
  [
    'Is refused',
    [
      ['4000 0000 0000 0002', 'Declined'],
      ['4000 0000 0000 0341', 'Declined when charged'],
      ['4000 0000 0000 9995', 'Insufficient funds'],
      ['4000 0000 0000 9987', 'Lost card'],
      ['4000 0000 0000 9979', 'Stolen card'],
      ['4000 0000 0000 0069', 'Expired card'],
      ['4000 0000 0000 0127', 'Incorrect security code'],
      ['4000 0000 0000 0119', 'Processing error'],
      ['4000 0000 0000 6975', 'Used too often'],
      ['4242 4242 4242 4241', 'Incorrect number'],
    ],
  ],
  [
    'Pays, with trouble later',
    [
      ['4000 0000 0000 0259', 'Disputed as fraudulent'],
      ['4000 0000 0000 2685', 'Disputed as not received'],
      ['4000 0000 0000 1976', 'Inquiry'],
      ['4000 0000 0000 7726', 'Refunds take their time'],
      ['4000 0000 0000 5126', 'Refunds fail later'],
    ],
  ],
]

const ACCOUNTS: Group[] = [
  [
    'Routing number 110000000',
    [
      ['000123456789', SUCCEEDS],
      ['000111111116', 'No such account'],
      ['000111111113', 'Account closed'],
      ['000222222227', 'Insufficient funds'],
      ['000333333335', 'Debit not authorized'],
      ['000444444440', 'Wrong currency'],
      ['000555555559', 'Succeeds, then disputed'],
      ['000000000009', 'Stays processing'],
      ['000777777771', 'Above the weekly limit'],
    ],
  ],
]

const IBANS: Group[] = [
  [
    'German accounts',
    [
      ['DE89 3704 0044 0532 0130 00', SUCCEEDS],
      ['DE08 3704 0044 0532 0130 03', 'Succeeds after three minutes'],
      ['DE62 3704 0044 0532 0130 01', 'Fails'],
      ['DE78 3704 0044 0532 0130 04', 'Fails after three minutes'],
      ['DE35 3704 0044 0532 0130 02', 'Succeeds, then disputed'],
    ],
  ],
]

const INSTRUMENTS: Record<PayMethod, { summary: string; groups: Group[] }> = {
  card: { summary: 'Test cards', groups: CARDS },
  us_bank_account: { summary: 'Test accounts', groups: ACCOUNTS },
  sepa_debit: { summary: 'Test IBANs', groups: IBANS },
}

/** Renders Stripe's test numbers. Any future expiry and any security code of the right length will do. */
export function testInstruments(method: PayMethod): Html {
  const { summary, groups } = INSTRUMENTS[method]
  return html`<details>
    <summary>${summary}</summary>
    <table class="instruments">
      <thead><tr><th scope="col">Number</th><th scope="col">What happens</th></tr></thead>
      ${groups.map(
        ([heading, rows]) => html`<tbody>
          <tr><th colspan="2" scope="rowgroup">${heading}</th></tr>
          ${rows.map(([number, effect]) => html`<tr><td class="nowrap">${number}</td><td>${effect}</td></tr>`)}
        </tbody>`,
      )}
    </table>
  </details>`
}
