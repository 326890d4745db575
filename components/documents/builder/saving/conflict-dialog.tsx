'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/overlays/dialog'
import { Cell, HeadCell, Row, Table } from '@/components/ui/tables/table'
import { useLocale } from '@/components/ui/text/locale'
import { Moment } from '@/components/ui/text/moment'
import { draftDifferences } from '@/lib/documents/draft/differences'
import type { Draft } from '@/lib/documents/draft/draft'
import type { StoredDraft } from '@/lib/documents/draft/saving'
import { readDraft } from '@/lib/documents/draft/typed'

type Props = { mine: Draft; stored: StoredDraft; onKeepMine: () => void; onTakeTheirs: () => void }

/** Two versions of one draft, side by side; one has to be chosen. */
export default function ConflictDialog({ mine, stored, onKeepMine, onTakeTheirs }: Props) {
  const { locale } = useLocale()
  const differences = draftDifferences(readDraft(mine, locale).draft, stored.draft)

  return (
    <Dialog
      open
      onOpenChange={() => {}}
      title="This draft was changed somewhere else"
      description={
        <>
          Another tab or person saved it at <Moment at={stored.updatedAt} show="time" />. Nothing of yours is
          lost until you choose.
        </>
      }
      className="max-w-2xl"
      actions={
        <>
          <Button onClick={onTakeTheirs}>Take theirs</Button>
          <Button variant="primary" onClick={onKeepMine}>
            Keep mine
          </Button>
        </>
      }
    >
      <div className="overflow-x-auto">
        <Table>
          <thead>
            <tr>
              <HeadCell>What</HeadCell>
              <HeadCell>Mine</HeadCell>
              <HeadCell>Theirs</HeadCell>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ label, mine: here, theirs }) => (
              <Row key={label}>
                <th scope="row" className="px-3 py-2 align-top">
                  {label}
                </th>
                <Cell className="align-top">{here || '–'}</Cell>
                <Cell className="align-top">{theirs || '–'}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      </div>
    </Dialog>
  )
}
