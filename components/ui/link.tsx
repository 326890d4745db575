import type { Route } from 'next'
import type { ComponentProps } from 'react'

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { href: Route }

/**
 * Leads to another page of ours. It is a plain link, so that a page may have hundreds: `useLinks` hears the press and
 * changes the page without loading the document anew. Nothing is asked for ahead, since every page is written per request.
 */
export function Link(props: LinkProps) {
  return <a data-link="page" {...props} />
}
