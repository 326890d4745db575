import { redirect } from 'next/navigation'
import { requireMember } from '@/lib/accounts/session/auth'
import { paths } from '@/lib/paths'

export default async function HomePage() {
  await requireMember()
  redirect(paths.invoices)
}
