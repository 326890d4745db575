'use client'

import { memo } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import { Cell } from '@/components/documents/builder/fields/cell'
import { paperCell } from '@/components/documents/builder/fields/paper-style'
import { cx } from '@/components/ui/class-names'
import type { Draft, DraftLine } from '@/lib/documents/draft/draft'
import { LineAmount } from './line-amount'
import { LineErrors } from './line-errors'
import { LineExtras } from './line-extras'
import { onLineKey } from './line-keys'
import { LineNumber } from './line-number'
import { LineTools } from './line-tools'
import { NUMBER_CELLS } from './number-cell'
import type { LineCommands } from './use-lines'

type Props = { index: number; line: DraftLine; commands: LineCommands }

const DROP =
  'data-[drop=before]:shadow-[0_-2px_0_var(--accent)] data-[drop=after]:shadow-[0_2px_0_var(--accent)]'

/** One line. Its inputs keep their own text: typing in one of 250 lines draws no other, nor does adding one. */
export const LineRow = memo(Line, isSameLine)

// What a line begins with counts once; the form makes a new object of it at every change.
function isSameLine(before: Props, after: Props) {
  return before.index === after.index && before.commands === after.commands
}

function Line({ index, line, commands }: Props) {
  const { control, register } = useFormContext<Draft>()
  const errors = useFormState({ control, name: `lines.${index}` }).errors.lines?.[index]
  const ofLine = <span className="sr-only">, line {index + 1}</span>

  return (
    <li
      data-line={index}
      aria-label={`Line ${index + 1}`}
      onKeyDown={(event) => onLineKey(event, index, commands)}
      className={cx('group relative grid gap-y-1 border-b py-3 sm:py-2', DROP)}
    >
      <div className="line-grid grid gap-y-2">
        <Cell
          isInTable
          field={`lines.${index}.description`}
          label={<>Description{ofLine}</>}
          error={errors?.description?.message}
          className="max-sm:col-span-full"
        >
          {(cell) => (
            <textarea
              {...cell}
              {...register(`lines.${index}.description`)}
              data-cell="description"
              rows={1}
              defaultValue={line.description}
              placeholder="What you did"
              className={cx(paperCell, 'field-sizing-content resize-none')}
            />
          )}
        </Cell>
        {NUMBER_CELLS.map(({ cell, heading }) => (
          <LineNumber
            key={cell}
            index={index}
            cell={cell}
            label={
              <>
                {heading}
                {ofLine}
              </>
            }
            value={line[cell]}
            error={errors?.[cell]?.message}
          />
        ))}
        <LineAmount index={index} />
      </div>
      <LineErrors index={index} errors={errors} />
      <LineExtras index={index} errors={errors} />
      <LineTools index={index} commands={commands} />
    </li>
  )
}
