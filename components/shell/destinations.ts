import { FileText, type LucideIcon, Users } from 'lucide-react'
import type { Route } from 'next'
import { paths } from '@/lib/paths'

type Destination = { href: Route; label: string; icon: LucideIcon; key: string }

/** Where the shell leads; `key` follows G. */
export const DESTINATIONS: Destination[] = [
  { href: paths.invoices, label: 'Invoices', icon: FileText, key: 'i' },
  { href: paths.clients, label: 'Clients', icon: Users, key: 'c' },
]
