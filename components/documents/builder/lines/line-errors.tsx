import type { FieldErrors } from 'react-hook-form'
import { errorIdOf } from '@/components/documents/builder/issues'
import { FieldError } from '@/components/ui/forms/field-error'
import type { DraftLine } from '@/lib/documents/draft/draft'
import { NUMBER_CELLS } from './number-cell'

const CELLS = ['description', ...NUMBER_CELLS.map(({ cell }) => cell)] as const

type Props = { index: number; errors: FieldErrors<DraftLine> | undefined }

/** What is wrong in the cells of a line; the cells themselves are too narrow to say it. */
export function LineErrors({ index, errors }: Props) {
  return (
    <div className="flex flex-wrap justify-end gap-x-4 gap-y-1 empty:hidden">
      {CELLS.map((cell) => (
        <FieldError key={cell} id={errorIdOf(`lines.${index}.${cell}`)} message={errors?.[cell]?.message} />
      ))}
    </div>
  )
}
