import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followChanges } from './stream'

/** The browser's side of a stream, driven by the test. */
class Stream {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readyState = 0
  onopen = () => {}
  onerror = () => {}
  onmessage = (_event: { data: string }) => {}

  constructor(readonly url: string) {
    Stream.opened.push(this)
  }

  close() {
    this.readyState = Stream.CLOSED
  }
}

let page = newPage()
const browser = { onLine: true }

beforeEach(() => {
  page = newPage()
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Stream)
  vi.stubGlobal('document', page)
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', browser)
  Stream.opened = []
  browser.onLine = true
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function newPage() {
  return Object.assign(new EventTarget(), { hidden: false })
}

function follow() {
  const heard: string[] = []
  const stop = followChanges({
    url: '/api/live',
    onChange: ({ topics }) => heard.push(topics.join()),
    onCatchUp: () => heard.push('catch up'),
    onState: (state) => heard.push(state),
  })
  return { heard, stop }
}

function latest() {
  const stream = Stream.opened.at(-1)
  if (!stream) throw new Error('No stream was opened.')
  return stream
}

function show(hidden: boolean) {
  page.hidden = hidden
  page.dispatchEvent(new Event('visibilitychange'))
}

test('catches up when the stream opens, then hears each change', () => {
  const { heard } = follow()
  latest().onopen()
  latest().onmessage({ data: '{"topics":["invoices"]}' })
  expect(heard).toEqual(['connected', 'catch up', 'invoices'])
})

test('polls while the stream is broken, and no longer once it is back', () => {
  const { heard } = follow()
  latest().onerror()
  vi.advanceTimersByTime(31_000)
  latest().onopen()
  vi.advanceTimersByTime(60_000)
  expect(heard).toEqual(['reconnecting', 'catch up', 'catch up', 'connected', 'catch up'])
  expect(Stream.opened).toHaveLength(1)
})

test('opens a new stream when the browser has given the old one up', () => {
  follow()
  latest().close()
  latest().onerror()
  vi.advanceTimersByTime(15_000)
  expect(Stream.opened).toHaveLength(2)
})

test('says offline when the network is gone', () => {
  const { heard } = follow()
  browser.onLine = false
  latest().onerror()
  expect(heard).toEqual(['offline'])
})

test('lets go of the stream while nobody looks, and catches up on return', () => {
  const { heard } = follow()
  show(true)
  expect(latest().readyState).toBe(Stream.CLOSED)
  show(false)
  latest().onopen()
  expect(Stream.opened).toHaveLength(2)
  expect(heard).toEqual(['connected', 'catch up'])
})

test('does nothing more once stopped', () => {
  const { heard, stop } = follow()
  latest().onerror()
  stop()
  vi.advanceTimersByTime(60_000)
  show(false)
  expect(heard).toEqual(['reconnecting'])
  expect(Stream.opened).toHaveLength(1)
})
