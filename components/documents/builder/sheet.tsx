'use client'

import { useSyncExternalStore } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Draft } from '@/lib/documents/draft/draft'
import { useBuilder } from './builder-context'
import { Cell } from './fields/cell'
import { ClientField } from './fields/client-field'
import { CurrencyField } from './fields/currency-field'
import { PaperSelect } from './fields/paper-select'
import { paperField } from './fields/paper-style'
import { TermsField } from './fields/terms-field'
import { Lines } from './lines/lines'
import type { BilledClient } from './saving/kept-drafts'
import { TotalsPanel } from './totals-panel'

type Props = { client: BilledClient | null; onClientChange: (client: BilledClient) => void }

/** The sheet of paper, its fields where the words of the document will stand. */
export function Sheet(props: Props) {
  const { businessName, kind } = useBuilder()
  const { register } = useFormContext<Draft>()
  // What is typed before the form is awake would be lost, so it cannot be typed.
  const isAwake = useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )

  return (
    <fieldset
      disabled={!isAwake}
      className="mx-auto grid w-full min-w-0 max-w-3xl grid-cols-1 gap-8 rounded border bg-paper px-4 py-6 max-sm:mb-16 sm:p-10"
    >
      <legend className="sr-only">The {kind.words.title.toLowerCase()}</legend>
      <div className="flex items-baseline justify-between gap-4">
        <p className="text-figure font-strong">{kind.words.title}</p>
        <p className="text-right text-quiet">{kind.words.unnumbered}</p>
      </div>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
        {/* Made anew when awake: what is disabled cannot take the focus. */}
        <ClientField key={isAwake ? 'awake' : 'asleep'} {...props} />
        <div>
          <p className="text-small text-quiet">From</p>
          <p className="border-b border-transparent py-1.5">{businessName}</p>
        </div>
        <TermsField />
        <div className="grid grid-cols-2 gap-4">
          <CurrencyField />
          <Cell field="taxBehavior" label="Prices">
            {(control) => (
              <PaperSelect {...control} {...register('taxBehavior')}>
                <option value="exclusive">without tax</option>
                <option value="inclusive">with tax</option>
              </PaperSelect>
            )}
          </Cell>
        </div>
        <ShortText name="poNumber" label="PO number" placeholder="If your client has one" />
      </div>
      <Lines />
      <TotalsPanel />
      <div className="grid gap-5">
        <LongText name="memo" label="Memo" placeholder="A word to your client" />
        <LongText name="footer" label="Footer" placeholder="Bank details, terms, registration number" />
      </div>
    </fieldset>
  )
}

type ShortTextProps = { name: 'poNumber'; label: string; placeholder: string }

function ShortText({ name, label, placeholder }: ShortTextProps) {
  const { control, register } = useFormContext<Draft>()
  const { errors } = useFormState({ control, name })
  return (
    <Cell field={name} label={label} error={errors[name]?.message}>
      {(cell) => (
        <input
          {...cell}
          {...register(name)}
          autoComplete="off"
          placeholder={placeholder}
          className={paperField}
        />
      )}
    </Cell>
  )
}

type LongTextProps = { name: 'memo' | 'footer'; label: string; placeholder: string }

function LongText({ name, label, placeholder }: LongTextProps) {
  const { control, register, getValues } = useFormContext<Draft>()
  const { errors } = useFormState({ control, name })
  return (
    <Cell field={name} label={label} error={errors[name]?.message}>
      {(cell) => (
        <textarea
          {...cell}
          {...register(name)}
          rows={1}
          defaultValue={getValues(name)}
          placeholder={placeholder}
          className={`${paperField} field-sizing-content resize-none`}
        />
      )}
    </Cell>
  )
}

function neverChanges() {
  return () => {}
}
