import { SUBSCRIPTION_TEXTS } from '../../../unconfirmed'
import { badParam } from '../../../wire/refusal'
import type { CreateRequest } from '../params'

type Config = NonNullable<CreateRequest['billing_cycle_anchor_config']>

/**
 * Returns the anchor that a request asks for, as a moment or as a day; undefined when it asks for none. Unix seconds.
 */
export function askedAnchor(
  now: number,
  { billing_cycle_anchor: asked, billing_cycle_anchor_config: config }: CreateRequest,
): number | undefined {
  if (asked !== undefined && config) {
    const names = 'billing_cycle_anchor, billing_cycle_anchor_config'
    throw badParam(`You may only specify one of these parameters: ${names}.`, {
      param: 'billing_cycle_anchor',
    })
  }
  if (config) return nextOccurrence(now, config)
  if (asked === undefined || asked > now) return asked
  throw badParam(SUBSCRIPTION_TEXTS.anchorInPast, { param: 'billing_cycle_anchor' })
}

/** The next time it is this day of a month; the time of day is that of now unless it is given. In UTC. */
function nextOccurrence(now: number, config: Config): number {
  const start = new Date(now * 1000)
  for (let months = 0; ; months++) {
    const moment = dayOf(start, months, config)
    const isMonth = config.month === undefined || moment.getUTCMonth() + 1 === config.month
    if (isMonth && moment.getTime() / 1000 > now) return moment.getTime() / 1000
  }
}

/** A day that a month lacks is its last one. */
function dayOf(start: Date, months: number, { day_of_month: day, hour, minute, second }: Config): Date {
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const time = [
    hour ?? start.getUTCHours(),
    minute ?? start.getUTCMinutes(),
    second ?? start.getUTCSeconds(),
  ] as const
  return new Date(Date.UTC(year, month, Math.min(day, lastDay), ...time))
}

/** Returns the day as the subscription shows it. */
export function anchorConfig({ billing_cycle_anchor_config: config }: CreateRequest) {
  if (!config) return null
  const { day_of_month, hour = null, minute = null, month = null, second = null } = config
  return { day_of_month, hour, minute, month, second }
}
