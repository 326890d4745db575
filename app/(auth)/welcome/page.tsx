import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { WelcomeForm } from '@/components/workspaces/welcome-form'
import { currentMember, signedInUser } from '@/lib/accounts/session/auth'
import { paths } from '@/lib/paths'
import { requestLocale } from '@/lib/text/locale'
import { businessChoices } from '@/lib/workspaces/choices'

export const metadata: Metadata = { title: 'Your business' }

export default async function WelcomePage() {
  const user = await signedInUser()
  if (!user) redirect(paths.signIn)
  if (await currentMember()) redirect(paths.home)
  return (
    <>
      <div className="grid gap-1">
        <h1 className="text-title font-strong">Your business</h1>
        <p className="text-quiet">It stands at the top of your invoices.</p>
      </div>
      <WelcomeForm choices={businessChoices()} country={await likelyCountry()} />
    </>
  )
}

// `de-AT` reads in Austria; a bare `de` most likely in Germany.
async function likelyCountry() {
  return new Intl.Locale(await requestLocale()).maximize().region ?? 'US'
}
