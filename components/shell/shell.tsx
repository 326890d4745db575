import type { ReactNode } from 'react'
import { Toaster } from '@/components/ui/overlays/toaster'
import { requestTheme } from '@/components/ui/theme/request-theme'
import { can } from '@/lib/access'
import type { Member } from '@/lib/accounts/member'
import { env } from '@/lib/boot/env'
import { BottomBar } from './bottom-bar'
import { Header } from './header'
import { Listeners } from './listeners'
import { TestRibbon } from './test-ribbon'

type Props = { member: Member; children: ReactNode }

/** What stands around every page of a signed-in member. */
export async function Shell({ member, children }: Props) {
  const canWrite = can(member, 'invoices.saveDraft')
  return (
    <div className="flex min-h-dvh flex-col pb-16 sm:pb-0">
      <a
        href="#content"
        className="sr-only rounded bg-accent text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:px-4 focus:py-2"
      >
        Skip to the page
      </a>
      {env().stripeMode === 'emulator' && <TestRibbon />}
      <Header
        workspaceName={member.workspace.name}
        email={member.email}
        theme={await requestTheme()}
        canWrite={canWrite}
      />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl grow gutter py-6 outline-none sm:py-8"
      >
        {children}
      </main>
      <BottomBar canWrite={canWrite} />
      <Listeners canWrite={canWrite} />
      <Toaster />
    </div>
  )
}
