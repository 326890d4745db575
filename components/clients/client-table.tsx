'use client'

import { useRef } from 'react'
import { Link } from '@/components/ui/link'
import { rowLink, useRowKeys } from '@/components/ui/row-keys'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { Moment } from '@/components/ui/text/moment'
import type { ClientSummary } from '@/lib/clients/view'
import { paths } from '@/lib/paths'

export function ClientTable({ rows }: { rows: ClientSummary[] }) {
  const table = useRef<HTMLTableElement>(null)
  useRowKeys(table)
  return (
    <div className="-mx-3">
      <Table ref={table}>
        <caption className="sr-only">Clients, by name</caption>
        <thead className="max-sm:hidden">
          <tr>
            <HeadCell>Name</HeadCell>
            <HeadCell>E-mail</HeadCell>
            <HeadCell>Added</HeadCell>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, email, createdAt }) => (
            <Row key={id} className="relative max-sm:grid max-sm:p-3">
              <Cell className="font-strong max-sm:p-0">
                <Link href={paths.client(id)} {...rowLink}>
                  {name}
                </Link>
              </Cell>
              <Cell className="text-quiet max-sm:p-0">{email || 'No e-mail'}</Cell>
              <Cell className="text-quiet max-sm:hidden">
                <Moment at={createdAt} show="date" />
              </Cell>
            </Row>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
