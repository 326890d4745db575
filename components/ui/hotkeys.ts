const OFF = 'shortcuts-off'

/** True for a bare key that is not meant for a field, a menu or an open dialog. */
export function isForShortcuts(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
    return false
  const target = event.target instanceof Element ? event.target : null
  return !target?.closest(
    'input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog]',
  )
}

/** Single letters get in the way of speech input, so they can be switched off. */
export function areShortcutsOn() {
  return localStorage.getItem(OFF) === null
}

export function switchShortcuts(on: boolean) {
  if (on) localStorage.removeItem(OFF)
  else localStorage.setItem(OFF, '1')
}
