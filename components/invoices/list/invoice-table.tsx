'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { useRowKeys } from '@/components/ui/tables/row-keys'
import { VisuallyHidden } from '@/components/ui/text/visually-hidden'
import type { InvoiceSummary } from '@/lib/invoices/view'
import { InvoiceRow } from './invoice-row'

const RowMenu = lazy(() => import('./row-menu'))

type Props = { rows: InvoiceSummary[]; today: string; canWrite: boolean }

export function InvoiceTable({ rows, today, canWrite }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  useRowKeys(table)
  const chosen = rows.find(({ id }) => id === menu?.id)

  return (
    <div className="-mx-3">
      <table ref={table} className="list-table invoice-table">
        <caption className="sr-only">Invoices, newest first</caption>
        <TableHead />
        <tbody>
          {rows.map((invoice) => (
            <InvoiceRow
              key={invoice.id}
              invoice={invoice}
              today={today}
              onOpenMenu={({ id }, anchor) => setMenu({ id, anchor })}
            />
          ))}
        </tbody>
      </table>
      <Suspense>
        {menu && chosen && (
          <RowMenu
            key={menu.id}
            invoice={chosen}
            anchor={menu.anchor}
            canWrite={canWrite}
            onClose={() => setMenu(null)}
          />
        )}
      </Suspense>
    </div>
  )
}

export function TableHead() {
  return (
    <thead className="max-sm:hidden">
      <tr>
        <th scope="col">Number</th>
        <th scope="col">Client</th>
        <th scope="col">Status</th>
        <th scope="col">Due</th>
        <th scope="col">Amount</th>
        <th scope="col">
          <VisuallyHidden>Actions</VisuallyHidden>
        </th>
      </tr>
    </thead>
  )
}
