import type { Kinds } from '../../state/kinds'
import type { Book } from '../../state/unit-of-work'
import { type Operation, operation } from '../../transport/operation'
import { integer, text } from '../../transport/params/leaves'
import { list, type Read, required } from '../../transport/params/params'
import { badParam } from '../../wire/refusal'
import { loadExpanded } from '../answer/expandable'
import { type Fields, matcher } from './match'
import { parseQuery } from './query'

type Searchable = 'charge' | 'customer' | 'invoice' | 'payment_intent' | 'price' | 'product' | 'subscription'

const DEFAULT_LIMIT = 10
const MAX_COUNT = 10_000
const params = { limit: integer({ min: 1, max: 100 }), page: text(), query: required(text()) }
const expand = list(text())

/** `GET /v1/<resource>/search`, newest first. How many there are in all is only said when asked to expand it. */
export function searchOperation<K extends Searchable>(
  kind: K,
  resource: string,
  fields: Fields<Kinds[K]>,
): Operation {
  const path = `/v1/${resource}/search`
  const counted = operation('GET', path, params, ({ book, params: asked }) => {
    return search(book, kind, asked, matcher(parseQuery(asked.query), fields, resource), path)
  })
  return {
    ...counted,
    prepare: (form) => {
      const paths = expand.read(form.expand, 'expand') ?? []
      const others = paths.filter((each) => each !== 'total_count')
      const call = counted.prepare({ ...form, expand: others })
      return (book, ids) => {
        const answer = call(book, ids)
        return others.length < paths.length ? answer : { ...answer, body: uncounted(answer.body) }
      }
    },
  }
}

function search<K extends Searchable>(
  book: Book,
  kind: K,
  { limit = DEFAULT_LIMIT, page }: Read<typeof params>,
  passes: (body: Kinds[K]) => boolean,
  url: string,
) {
  const shelf = book.shelves[kind]
  const found = [...shelf.newestFirst()].filter((body) => isIndexed(book, body.created) && passes(body))
  const before = page === undefined ? Number.POSITIVE_INFINITY : placeOf(page)
  const rest = found.filter(({ id }) => (shelf.seqOf(id) ?? 0) < before)
  const shown = rest.slice(0, limit)
  const has_more = rest.length > limit
  return {
    object: 'search_result',
    data: shown.map(({ id }) => loadExpanded(book, kind, id)),
    has_more,
    next_page: has_more ? pageToken(shelf.seqOf(shown.at(-1)?.id ?? '') ?? 0) : null,
    total_count: Math.min(found.length, MAX_COUNT),
    url,
  }
}

/** Whether the index knows an object already; what lives ahead of our time, by a test clock, it always knows. */
function isIndexed({ now, occasion }: Book, created: number): boolean {
  return created <= now - (occasion.searchLagSeconds ?? 0) || created > now
}

function uncounted(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'total_count'))
}

function pageToken(seq: number): string {
  return Buffer.from(`after:${seq}`).toString('base64url')
}

function placeOf(page: string): number {
  const [, seq] = /^after:(\d+)$/.exec(Buffer.from(page, 'base64url').toString()) ?? []
  if (seq === undefined) throw badParam(`${page} is an invalid page.`, { param: page })
  return Number(seq)
}
