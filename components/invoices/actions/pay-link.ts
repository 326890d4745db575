import { notify } from '@/components/ui/overlays/toasts'
import { getJson } from '@/lib/http/get-json'
import { paths } from '@/lib/paths'

/** Copies the address at which the client pays. Stripe is asked for it each time, as it does not live for ever. */
export async function copyPayLink(id: string) {
  try {
    // The promise itself is handed over: a browser that waited for it first would have forgotten the click.
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': payLink(id) })])
    notify('Payment link copied')
  } catch {
    notify('The payment link could not be copied. Open it and copy its address.', {
      label: 'Open',
      run: () => window.open(paths.api.pay(id), '_blank', 'noopener'),
    })
  }
}

async function payLink(id: string) {
  const { url } = await getJson<{ url: string }>(paths.api.payLink(id))
  return url
}
