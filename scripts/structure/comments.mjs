import { isTest } from './zones.mjs'

/** Docstrings of what is exported apart, comments are rare: their greatest share of a folder's lines. */
const SHARE = 0.05

/** Top folders of which more than one line in twenty is a comment. */
export function checkComments(files) {
  const sources = files.filter(({ path }) => path.includes('/') && !isTest(path))
  const folders = [...new Set(sources.map(({ path }) => path.split('/')[0]))]
  return folders.flatMap((folder) => {
    const share = commentShare(sources.filter(({ path }) => path.startsWith(`${folder}/`)))
    if (share <= SHARE) return []
    const message = `${(share * 100).toFixed(1)} % of the lines are comments, ${SHARE * 100} % allowed`
    return [{ path: folder, line: 1, rule: 'comments', message }]
  })
}

/** Comment lines as a share of all lines, docstrings of exports left out. */
export function commentShare(files) {
  const lines = files.reduce((sum, file) => sum + file.lines, 0)
  return files.reduce((sum, file) => sum + commentLines(file), 0) / (lines || 1)
}

function commentLines(file) {
  return file.comments
    .filter(({ index, text }) => !isDocstringOfExport(file, index + text.length, text))
    .reduce((sum, { text }) => sum + text.split('\n').length, 0)
}

function isDocstringOfExport(file, end, text) {
  return text.startsWith('/**') && /^\s*export\b/.test(file.source.slice(end, end + 200))
}
