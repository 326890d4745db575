'use client'

import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/overlays/dialog'

type Props = { from: string; to: string; onSettle: (keepPrices: boolean) => void; onCancel: () => void }

export default function CurrencyDialog({ from, to, onSettle, onCancel }: Props) {
  const next = to.toUpperCase()
  return (
    <Dialog
      open
      onOpenChange={onCancel}
      title={`Change the currency to ${next}?`}
      description={`The prices were typed in ${from.toUpperCase()}. Nothing is converted: say what they are to be in ${next}.`}
      actions={
        <>
          <Button onClick={() => onSettle(false)}>Clear the prices</Button>
          <Button variant="primary" onClick={() => onSettle(true)}>
            Same numbers in {next}
          </Button>
        </>
      }
    />
  )
}
