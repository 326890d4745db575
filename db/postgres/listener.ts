import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { StoreListener } from '@/db/store'

const RETRY_MAX_MS = 5_000

/**
 * Listens on a connection of its own, and opens another one for as long as it takes when that is lost.
 * @returns how to stop
 */
export async function listenOn(url: string, channels: readonly string[], listener: StoreListener) {
  const stop = new AbortController()
  let client = await connect()

  async function connect() {
    const opened = new Client({
      connectionString: url,
      application_name: 'centwise listener',
      keepAlive: true,
    })
    opened.on('notification', ({ channel, payload }) => listener.onMessage(channel, payload ?? ''))
    // An error is always followed by the end; without a listener it would end the process.
    opened.on('error', () => {})
    await opened.connect()
    for (const channel of channels) await opened.query(`listen ${channel}`)
    opened.on('end', () => void reconnect())
    return opened
  }

  async function reconnect() {
    for (let delayMs = 50; !stop.signal.aborted; delayMs = Math.min(delayMs * 2, RETRY_MAX_MS)) {
      try {
        client = await connect()
        return listener.onReconnect()
      } catch {
        await wait(delayMs, undefined, { signal: stop.signal, ref: false }).catch(() => {})
      }
    }
  }

  return async () => {
    stop.abort()
    await client.end()
  }
}
