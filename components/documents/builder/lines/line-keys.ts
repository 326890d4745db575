import type { KeyboardEvent } from 'react'
import type { LineCommands } from './use-lines'

/** The keys of a line: Alt with an arrow moves it, Ctrl+D doubles it, Enter goes on to the next cell. */
export function onLineKey(event: KeyboardEvent<HTMLElement>, index: number, commands: LineCommands) {
  const { key, altKey, target } = event
  const control = event.ctrlKey || event.metaKey
  if (event.nativeEvent.isComposing) return
  if (altKey && key === 'ArrowUp') commands.move(index, index - 1)
  else if (altKey && key === 'ArrowDown') commands.move(index, index + 1)
  else if (control && key.toLowerCase() === 'd') commands.duplicate(index)
  else if (key === 'Enter' && !control && target instanceof HTMLInputElement)
    goOn(event.currentTarget, target, commands)
  else return
  event.preventDefault()
}

// From the last cell of all, Enter begins a new line.
function goOn(line: HTMLElement, input: HTMLInputElement, commands: LineCommands) {
  const inputs = [...line.querySelectorAll<HTMLElement>('input, textarea')]
  const next =
    inputs[inputs.indexOf(input) + 1] ?? line.nextElementSibling?.querySelector<HTMLElement>('textarea')
  if (next) next.focus()
  else commands.add()
}
