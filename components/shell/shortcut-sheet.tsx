'use client'

import { useState } from 'react'
import { areShortcutsOn, switchShortcuts } from '@/components/ui/hotkeys'
import { Dialog } from '@/components/ui/overlays/dialog'
import { Kbd } from '@/components/ui/text/kbd'

const SHORTCUTS: [section: string, rows: [keys: string, does: string][]][] = [
  [
    'Everywhere',
    [
      ['N', 'New invoice'],
      ['/', 'Search'],
      ['G I', 'Go to invoices'],
      ['G C', 'Go to clients'],
      ['?', 'This sheet'],
    ],
  ],
  [
    'In a list',
    [
      ['J K', 'Next, previous row'],
      ['Enter', 'Open the row'],
    ],
  ],
  [
    'While writing an invoice',
    [
      ['Enter', 'Add a line, from the last cell'],
      ['Alt ↑ ↓', 'Move the line'],
      ['Ctrl D', 'Duplicate the line'],
      ['Ctrl S', 'Save now'],
      ['Ctrl Enter', 'Review and send'],
    ],
  ],
]

type Props = { open: boolean; onOpenChange: (open: boolean) => void }

export default function ShortcutSheet({ open, onOpenChange }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Keyboard shortcuts">
      {SHORTCUTS.map(([section, rows]) => (
        <section key={section}>
          <h3 className="pb-1 text-small text-quiet">{section}</h3>
          <dl>
            {rows.map(([keys, does]) => (
              <div key={keys} className="flex items-center justify-between border-b py-1.5">
                <dt>{does}</dt>
                <dd className="flex gap-1">
                  {keys.split(' ').map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Switch />
    </Dialog>
  )
}

function Switch() {
  const [on, setOn] = useState(areShortcutsOn)

  function change(next: boolean) {
    switchShortcuts(next)
    setOn(next)
  }

  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        className="size-4 accent-accent"
        checked={on}
        onChange={(event) => change(event.target.checked)}
      />
      Use single-letter shortcuts
    </label>
  )
}
