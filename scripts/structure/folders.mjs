import { isTest } from './zones.mjs'

/** A folder with more than these, tests apart, holds several things: hyphens and prefixes in it are folders in disguise. */
const SIBLINGS = 17

/** Grow with the nouns, a folder each. */
const BY_NOUN = ['lib']

/** Folders with more files and folders in them than one can take in. */
export function checkFolders(files) {
  const members = new Map()
  for (const { path } of files.filter((file) => !isTest(file.path))) {
    const parts = path.split('/')
    for (let depth = 1; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/')
      members.set(folder, (members.get(folder) ?? new Set()).add(parts[depth]))
    }
  }
  return [...members]
    .filter(([path, { size }]) => size > SIBLINGS && !BY_NOUN.includes(path))
    .map(([path, { size }]) => {
      const message = `${size} files and folders side by side, ${SIBLINGS} allowed: make folders of what belongs together`
      return { path, line: 1, rule: 'siblings', warning: true, message }
    })
}
