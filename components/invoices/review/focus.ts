/** A ref for a heading that a page opens with, so that it is read out and the keys go on from there. */
export function focusOnMount(element: HTMLElement | null) {
  element?.focus({ preventScroll: true })
}
