// Every proof at full size:  npm run proof [-- --write]. `--write` keeps the figures in docs/proof.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from '../launch/build.mjs'
import { ensureInstalled } from '../launch/install.mjs'
import { ROOT } from '../run.mjs'
import { pathsIn } from '../structure/source.mjs'
import { conclude, readReport, runLanes, vitest } from './stages.mjs'

const DEADLINE = Date.now() + 25 * 60_000
const PAGE = join(ROOT, 'docs/proof.md')
const FULL = { PROOF_SIZE: 'full' }
/** A search through hundreds of cases takes as long as it takes. */
const PATIENT = '--testTimeout=300000'
const REPORTS = ['test-results/proof.json', 'test-results/proof-processes.json']

async function main() {
  const prepare = [
    { name: 'install', work: ensureInstalled, isVital: true },
    { name: 'build', work: () => ensureBuilt(), isVital: true },
  ]
  const results = await runLanes([[...prepare, ...proofStages()]], DEADLINE)
  if (process.argv.includes('--write')) writeFigures()
  conclude(results)
}

/** All proofs at full size, once there is a build. */
export function proofStages() {
  const [units, processes] = proofs()
  const ofServers = ['--config', 'e2e/process/vitest.config.ts', ...processes]
  return [
    vitest('proofs', REPORTS[0], [PATIENT, ...units], FULL),
    vitest('of servers', REPORTS[1], ofServers, FULL),
  ]
}

/** Whatever asks for its size is a proof: those of one process, and those of servers. */
function proofs() {
  const paths = pathsIn(ROOT, /\.test\.tsx?$/).filter((path) =>
    readFileSync(join(ROOT, path), 'utf8').includes('proofSize('),
  )
  const isOfServers = (path) => path.startsWith('e2e/process/')
  return [paths.filter((path) => !isOfServers(path)), paths.filter(isOfServers)]
}

function writeFigures() {
  const rows = REPORTS.flatMap((path) => readReport(path)?.testResults ?? []).flatMap(rowsOf)
  const machine = `${availableParallelism()} cores (${cpus()[0]?.model}), Node ${process.versions.node}`
  const table = ['| proof | where | outcome | seconds |', '| --- | --- | --- | ---: |', ...rows].join('\n')
  const [head] = readFileSync(PAGE, 'utf8').split('## The last whole run')
  const day = new Date().toISOString().slice(0, 10)
  writeFileSync(PAGE, `${head}## The last whole run\n\n${day}, ${machine}.\n\n${table}\n`)
}

function rowsOf({ name, assertionResults }) {
  const path = name.slice(ROOT.length)
  return assertionResults.map(
    ({ fullName, status, duration = 0 }) =>
      `| ${fullName.replaceAll('|', '\\|')} | \`${path}\` | ${status} | ${(duration / 1000).toFixed(1)} |`,
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main()
