'use client'

import type { ComponentProps, KeyboardEvent } from 'react'
import { useFormContext } from 'react-hook-form'
import { cx } from '@/components/ui/class-names'
import { Icon } from '@/components/ui/icons/icon'
import type { IconName } from '@/components/ui/icons/icons'
import type { Draft } from '@/lib/documents/draft/draft'
import { LINE_FIELDS } from '@/lib/documents/fields'
import { beginExtra, LINE_EXTRAS } from './line-extras'
import { useLineDrag } from './use-line-drag'
import type { LineCommands } from './use-lines'

/** What can be done with a line: in the margin of the paper, or below the line where there is no margin. */
export function LineTools({ index, commands }: { index: number; commands: LineCommands }) {
  const form = useFormContext<Draft>()
  const drag = useLineDrag(index, commands.move)
  const line = `line ${index + 1}`

  return (
    <div
      role="toolbar"
      aria-label={`Tools of ${line}`}
      onKeyDown={onToolKey}
      className={cx(
        'motion flex opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
        '-mb-1 xl:pointer-fine:absolute xl:pointer-fine:top-2 xl:pointer-fine:left-full xl:pointer-fine:pl-14',
      )}
    >
      <Tool icon="grip-vertical" label={`Drag ${line}`} className="cursor-grab touch-none" {...drag} />
      <Tool
        icon="arrow-up"
        label={`Move ${line} up`}
        tabIndex={0}
        onClick={() => commands.move(index, index - 1)}
      />
      <Tool icon="arrow-down" label={`Move ${line} down`} onClick={() => commands.move(index, index + 1)} />
      {LINE_EXTRAS.map((extra) => (
        <Tool
          key={extra.name}
          icon={extra.icon}
          label={`${LINE_FIELDS[extra.name].label} ${line}`}
          onClick={() => beginExtra(form, index, extra)}
        />
      ))}
      <Tool icon="copy" label={`Duplicate ${line}`} onClick={() => commands.duplicate(index)} />
      <Tool icon="trash" label={`Remove ${line}`} onClick={() => commands.remove(index)} />
    </div>
  )
}

// One stop for Tab a line; the arrows walk the tools.
function onToolKey({ key, altKey, currentTarget, target }: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[key]
  if (!step || altKey || !(target instanceof HTMLButtonElement)) return
  const tools = [...currentTarget.querySelectorAll('button')]
  tools.at((tools.indexOf(target) + step) % tools.length)?.focus()
}

type ToolProps = ComponentProps<'button'> & { icon: IconName; label: string }

function Tool({ icon, label, className, ...props }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      tabIndex={-1}
      data-cell={label.replace(/ line \d+/, '')}
      {...props}
      className={cx(
        'motion grid size-7 place-items-center rounded text-quiet hover:bg-wash hover:text-ink pointer-coarse:size-11',
        className,
      )}
    >
      <Icon name={icon} />
    </button>
  )
}
