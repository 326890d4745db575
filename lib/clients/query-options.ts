import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '@/lib/http/get-json'
import { paths } from '@/lib/paths'
import type { ClientList } from './view'

export const clientKeys = {
  all: ['clients'],
  list: (q: string) => ['clients', 'list', q],
} as const

/** The clients whose name or e-mail holds `q`, by name; all of them when it is empty. */
export function clientsQuery(q: string) {
  return queryOptions({
    queryKey: clientKeys.list(q),
    queryFn: ({ signal }) =>
      getJson<ClientList>(`${paths.api.clients}?${new URLSearchParams({ q })}`, signal),
    placeholderData: keepPreviousData,
  })
}
