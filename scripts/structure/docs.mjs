import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { lineAt, pathsIn } from './source.mjs'

const LINK = /!?\[[^\]]*\]\(([^)\s]+)\)/g
const NAMED_TEST = /`([\w./[\]()-]+\.(?:test|spec)\.tsx?)`((?:,? "[^"]+")+)/g

/** Links and pictures that lead nowhere, and tests that a page names but no file has. */
export function checkDocs(root) {
  return pathsIn(root, /\.md$/).flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return [...deadLinks(root, path, text), ...missingTests(root, text)].map(({ index, message }) => ({
      path,
      line: lineAt(text, index),
      rule: 'docs',
      message,
    }))
  })
}

function deadLinks(root, path, text) {
  return [...text.matchAll(LINK)]
    .map(({ index, 1: target }) => ({ index, target: target.replace(/#.*$/, '') }))
    .filter(({ target }) => target && !/^\w+:/.test(target))
    .filter(({ target }) => !existsSync(join(root, dirname(path), decodeURI(target))))
    .map(({ index, target }) => ({ index, message: `"${target}" is not there` }))
}

function missingTests(root, text) {
  return [...text.matchAll(NAMED_TEST)].flatMap(({ index, 1: file, 2: titles }) => {
    if (!existsSync(join(root, file))) return [{ index, message: `"${file}" is not there` }]
    const source = readFileSync(join(root, file), 'utf8').replaceAll(/\\(['"`])/g, '$1')
    return [...titles.matchAll(/"([^"]+)"/g)]
      .filter(([, title]) => !source.includes(title))
      .map(([, title]) => ({ index, message: `${file} has no test "${title}"` }))
  })
}
