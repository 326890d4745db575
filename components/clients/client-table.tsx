'use client'

import { useRef } from 'react'
import { Link } from '@/components/ui/link'
import { useRowKeys } from '@/components/ui/tables/row-keys'
import { Moment } from '@/components/ui/text/moment'
import type { ClientSummary } from '@/lib/clients/view'
import { paths } from '@/lib/paths'

export function ClientTable({ rows }: { rows: ClientSummary[] }) {
  const table = useRef<HTMLTableElement>(null)
  useRowKeys(table)
  return (
    <div className="-mx-3">
      <table ref={table} className="list-table">
        <caption className="sr-only">Clients, by name</caption>
        <thead className="max-sm:hidden">
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail</th>
            <th scope="col">Added</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, email, createdAt }) => (
            <tr key={id}>
              <td className="font-strong">
                <Link href={paths.client(id)}>{name}</Link>
              </td>
              <td className="text-quiet">{email || 'No e-mail'}</td>
              <td className="text-quiet max-sm:hidden">
                <Moment at={createdAt} show="date" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
