import { Providers } from '@/components/providers'
import { Shell } from '@/components/shell/shell'
import { requireMember } from '@/lib/accounts/session/auth'
import { clock } from '@/lib/clock'
import { requestLocale } from '@/lib/text/locale'

export default async function AppLayout({ children }: LayoutProps<'/'>) {
  const member = await requireMember()
  return (
    <Providers locale={await requestLocale()} timeZone={member.workspace.timeZone} aheadMs={clock.aheadMs()}>
      <Shell member={member}>{children}</Shell>
    </Providers>
  )
}
