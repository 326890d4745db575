import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

type Props = { queryKey: readonly unknown[]; data: unknown; children: ReactNode }

/** Hands what the server read to the query that keeps it up to date in the browser. */
export function Hydrated({ queryKey, data, children }: Props) {
  const client = new QueryClient()
  client.setQueryData(queryKey, data)
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>
}
