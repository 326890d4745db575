// What Biome cannot say: who imports whom, what a file may reach under its name, money arithmetic, comments, what pages name.
// The tables are in structure/zones.mjs.
//   node scripts/check-structure.mjs [folder] [--stats]
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkComments } from './structure/comments.mjs'
import { checkDocs } from './structure/docs.mjs'
import { checkFile } from './structure/files.mjs'
import { checkFolders } from './structure/folders.mjs'
import { checkImports } from './structure/imports.mjs'
import { readSources } from './structure/source.mjs'
import { stats } from './structure/stats.mjs'
import { checkWords } from './structure/words.mjs'

/** Every problem under `root`, as { path, line, rule, message, warning? }. */
export function checkStructure(root) {
  const files = readSources(root)
  const problems = [
    ...files.flatMap((file) => [...checkImports(file), ...checkFile(file), ...checkWords(file)]),
    ...checkComments(files),
    ...checkFolders(files),
    ...checkDocs(root),
  ]
  return { files, problems: problems.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line) }
}

function main(args) {
  const folder = args.find((arg) => !arg.startsWith('--')) ?? fileURLToPath(new URL('..', import.meta.url))
  const { files, problems } = checkStructure(resolve(folder))
  for (const { path, line, rule, message, warning } of problems) {
    console.log(`${path}:${line}  ${warning ? 'warning ' : ''}${rule}: ${message}`)
  }
  if (args.includes('--stats')) console.log(stats(files))
  const errors = problems.filter((problem) => !problem.warning).length
  console.log(`structure: ${files.length} files, ${errors} errors, ${problems.length - errors} warnings`)
  process.exitCode = errors ? 1 : 0
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))
