'use client'

import { lazy, Suspense, useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import type { Draft } from '@/lib/documents/draft/draft'
import { CURRENCY_CODES } from '@/lib/money/currencies'
import { Cell } from './cell'
import { PaperSelect } from './paper-select'

const CurrencyDialog = lazy(() => import('./currency-dialog'))

/** Prices that were typed in another currency are never taken for the new one unasked. */
export function CurrencyField() {
  const { control, getValues, setValue } = useFormContext<Draft>()
  const { field, fieldState } = useController({ control, name: 'currency' })
  const [wanted, setWanted] = useState<string | null>(null)

  function choose(currency: string) {
    const isPriced = getValues('lines').some((line) => line.unitPrice !== '')
    if (isPriced) setWanted(currency)
    else field.onChange(currency)
  }

  function settle(currency: string, keepPrices: boolean) {
    field.onChange(currency)
    setWanted(null)
    if (keepPrices) return
    getValues('lines').forEach((_, index) => {
      setValue(`lines.${index}.unitPrice`, '')
    })
  }

  return (
    <Cell field="currency" label="Currency" error={fieldState.error?.message}>
      {(cell) => (
        <>
          <PaperSelect {...cell} value={field.value} onChange={(event) => choose(event.target.value)}>
            {CURRENCY_CODES.map((code) => (
              <option key={code} value={code}>
                {code.toUpperCase()}
              </option>
            ))}
          </PaperSelect>
          <Suspense>
            {wanted && (
              <CurrencyDialog
                from={field.value}
                to={wanted}
                onSettle={(keepPrices) => settle(wanted, keepPrices)}
                onCancel={() => setWanted(null)}
              />
            )}
          </Suspense>
        </>
      )}
    </Cell>
  )
}
