import type { Route } from 'next'
import { paths } from '@/lib/paths'

// Our own pages by their names, with plain segments and a plain query: no second slash, backslash or percent sign.
const PAGE = /^\/(invoices|clients|account)(\/[\w-]{1,64}){0,3}(\?[\w=&.-]{0,200})?$/

/** Where to go after signing in: the page that was asked for when it is one of ours, else the start page. */
export function returnPath(asked: string | undefined): Route {
  if (asked === undefined) return paths.invoices
  return isPage(asked) ? asked : paths.home
}

function isPage(text: string): text is Route {
  return PAGE.test(text)
}
