'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ComponentProps, useState } from 'react'
import { LocaleProvider } from '@/components/ui/text/locale'
import { RequestFailed } from '@/lib/http/get-json'

// The live stream says when something changed; this only bounds how long a missed word can last.
const STALE_MS = 30_000
const RETRIES = 2

type Props = ComponentProps<typeof LocaleProvider>

export function Providers({ children, ...where }: Props) {
  const [client] = useState(makeQueryClient)
  return (
    <QueryClientProvider client={client}>
      <LocaleProvider {...where}>{children}</LocaleProvider>
    </QueryClientProvider>
  )
}

function makeQueryClient() {
  return new QueryClient({ defaultOptions: { queries: { staleTime: STALE_MS, retry: isWorthRetrying } } })
}

function isWorthRetrying(failures: number, error: Error) {
  const isRefused = error instanceof RequestFailed && error.status < 500
  return !isRefused && failures < RETRIES
}
