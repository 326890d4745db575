import { Providers } from '@/components/providers'
import { Shell } from '@/components/shell/shell'
import { requireMember } from '@/lib/accounts/auth'
import { requestLocale } from '@/lib/text/locale'

export default async function AppLayout({ children }: LayoutProps<'/'>) {
  const member = await requireMember()
  return (
    <Providers locale={await requestLocale()} timeZone={member.workspace.timeZone}>
      <Shell member={member}>{children}</Shell>
    </Providers>
  )
}
