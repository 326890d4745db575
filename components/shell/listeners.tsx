'use client'

import { Shortcuts } from './shortcuts'
import { useLinks } from './use-links'
import { useThemeChoice } from './use-theme-choice'

/** Hears what is pressed and chosen anywhere on the page, so that the shell itself can be plain HTML. */
export function Listeners({ canWrite }: { canWrite: boolean }) {
  useLinks()
  useThemeChoice()
  return <Shortcuts canWrite={canWrite} />
}
