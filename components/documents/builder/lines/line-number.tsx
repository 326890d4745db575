'use client'

import type { ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { Cell } from '@/components/documents/builder/fields/cell'
import { paperCell } from '@/components/documents/builder/fields/paper-style'
import { useLocale } from '@/components/ui/text/locale'
import type { Draft } from '@/lib/documents/draft/draft'
import { type NumberCell, settleCell } from './number-cell'

type Props = { index: number; cell: NumberCell; label: ReactNode; value: string; error: string | undefined }

/** A number of a line, typed as the writer's locale has it. */
export function LineNumber({ index, cell, label, value, error }: Props) {
  const form = useFormContext<Draft>()
  const { locale } = useLocale()
  const input = form.register(`lines.${index}.${cell}`, {
    onBlur: () => settleCell(form, index, cell, locale),
  })

  return (
    <Cell isInTable className="text-right" field={`lines.${index}.${cell}`} label={label} error={error}>
      {(control) => (
        <input
          {...control}
          {...input}
          data-cell={cell}
          inputMode="decimal"
          autoComplete="off"
          defaultValue={value}
          className={`${paperCell} text-right tabular-nums`}
        />
      )}
    </Cell>
  )
}
