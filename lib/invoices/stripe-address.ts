/** Whether an address leads to Stripe, or to the emulator that stands at `emulatorOrigin`; nobody is sent elsewhere. */
export function isOurStripe(address: string, emulatorOrigin: string) {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, origin, username, password } = new URL(address)
  if (username || password) return false
  return (
    (protocol === 'https:' && hostname.endsWith('.stripe.com')) || origin === new URL(emulatorOrigin).origin
  )
}
