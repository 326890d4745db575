import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DemoForm } from '@/components/accounts/demo-form'
import { SignUpForm } from '@/components/accounts/sign-up-form'
import { signedInUser } from '@/lib/accounts/session/auth'
import { env } from '@/lib/boot/env'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Open an account' }

export default async function SignUpPage() {
  if (await signedInUser()) redirect(paths.home)
  return (
    <>
      <h1 className="text-title font-strong">Open an account</h1>
      <SignUpForm />
      <p className="text-quiet">
        Have one already?{' '}
        <a href={paths.signIn} className="text-accent underline underline-offset-2">
          Sign in
        </a>
      </p>
      {env().stripeMode === 'emulator' && <DemoForm />}
    </>
  )
}
