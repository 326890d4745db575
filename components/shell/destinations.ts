import type { Route } from 'next'
import type { IconName } from '@/components/ui/icons/icons'
import { paths } from '@/lib/paths'

type Destination = { href: Route; label: string; icon: IconName; key: string }

/** Where the shell leads; `key` follows G. */
export const DESTINATIONS: Destination[] = [
  { href: paths.invoices, label: 'Invoices', icon: 'file-text', key: 'i' },
  { href: paths.clients, label: 'Clients', icon: 'users', key: 'c' },
]
