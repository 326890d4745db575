import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { DemoForm } from '@/components/accounts/demo-form'
import { SignInForm } from '@/components/accounts/sign-in-form'
import { signedInUser } from '@/lib/accounts/session/auth'
import { env } from '@/lib/boot/env'
import { paths } from '@/lib/paths'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  if (await signedInUser()) redirect(paths.home)
  const { next } = await searchParams
  return (
    <>
      <h1 className="text-title font-strong">Sign in</h1>
      <SignInForm next={typeof next === 'string' ? next : undefined} />
      <p className="text-quiet">
        New here?{' '}
        <a href={paths.signUp} className="text-accent underline underline-offset-2">
          Open an account
        </a>
      </p>
      {env().stripeMode === 'emulator' && <DemoForm />}
    </>
  )
}
