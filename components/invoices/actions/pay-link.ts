import { notify } from '@/components/ui/toasts'
import { getJson } from '@/lib/get-json'
import { paths } from '@/lib/paths'

/** Copies the address at which the client pays. Stripe is asked for it each time, as it does not live for ever. */
export async function copyPayLink(id: string) {
  try {
    const { url } = await getJson<{ url: string }>(paths.api.payLink(id))
    await navigator.clipboard.writeText(url)
    notify('Payment link copied')
  } catch {
    notify('The payment link could not be copied. Open it and copy its address.', {
      label: 'Open',
      run: () => window.open(paths.api.pay(id), '_blank', 'noopener'),
    })
  }
}
