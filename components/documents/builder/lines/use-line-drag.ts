'use client'

import { type PointerEvent, useRef } from 'react'

/** Drags a line by its handle: the line it would take the place of is marked until it is let go. */
export function useLineDrag(index: number, move: (from: number, to: number) => void) {
  const over = useRef<HTMLElement | null>(null)

  function mark(line: HTMLElement | null) {
    over.current?.removeAttribute('data-drop')
    over.current = line
    const to = lineIndex(line)
    if (line && to !== index) line.dataset.drop = to < index ? 'before' : 'after'
  }

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.preventDefault()
      event.currentTarget.setPointerCapture(event.pointerId)
      mark(lineOf(event.currentTarget))
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!over.current) return
      const line = lineAt(event.currentTarget, event.clientY)
      if (!line || line === over.current) return
      mark(line)
      line.scrollIntoView({ block: 'nearest' })
    },
    onPointerUp() {
      const to = lineIndex(over.current)
      mark(null)
      if (to >= 0) move(index, to)
    },
    onPointerCancel: () => mark(null),
  }
}

function lineOf(element: Element) {
  return element.closest<HTMLElement>('[data-line]')
}

function lineIndex(line: HTMLElement | null) {
  return Number(line?.dataset.line ?? -1)
}

function lineAt(handle: Element, y: number) {
  const lines = [...(handle.closest('ol')?.querySelectorAll<HTMLElement>('[data-line]') ?? [])]
  return lines.find((line) => y < line.getBoundingClientRect().bottom) ?? lines.at(-1)
}
