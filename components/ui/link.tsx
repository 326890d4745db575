import NextLink from 'next/link'
import type { ComponentProps } from 'react'

export type LinkProps = ComponentProps<typeof NextLink>

/** Asks for a page when it is pressed. Every page here is written per request, so that asking ahead only loads the server. */
export function Link(props: LinkProps) {
  return <NextLink prefetch={false} {...props} />
}
