// Every check and every test of the project, with every proof small:  npm test. With `-- --proof`, as in CI, the full
// ones follow. The last line is the sum.
import { ensureBrowser } from '../browser.mjs'
import { ensureBuilt } from '../launch/build.mjs'
import { ensureInstalled } from '../launch/install.mjs'
import { tool } from '../run.mjs'
import { proofStages } from './proof.mjs'
import { conclude, countE2e, runLanes, vitest } from './stages.mjs'

const WITH_PROOF = process.argv.includes('--proof')
const DEADLINE = Date.now() + 28 * 60_000
const E2E_REPORT = 'test-results/e2e.json'

const INSTALL = { name: 'install', work: ensureInstalled, isVital: true }

const CHECKS = [
  { name: 'lint', command: () => [tool('@biomejs/biome', 'biome'), 'check', '.'] },
  { name: 'dead code', command: () => [tool('knip')] },
  { name: 'tests only', command: () => [tool('knip'), '--production'] },
  { name: 'structure', command: () => ['scripts/check-structure.mjs'] },
  { name: 'route types', command: () => [tool('next'), 'typegen'] },
  { name: 'types', command: () => [tool('typescript', 'tsc'), '--noEmit'] },
  { name: 'build', work: () => ensureBuilt(), isVital: true },
]

const UNIT = [vitest('unit', 'test-results/unit.json')]

const SERVERS = [
  { name: 'browser', work: ensureBrowser, isVital: true },
  vitest('processes', 'test-results/processes.json', ['--config', 'e2e/process/vitest.config.ts']),
  {
    name: 'e2e',
    command: () => [tool('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT },
    report: E2E_REPORT,
    count: countE2e,
  },
]

/** Servers come last: their tests time what a person would feel, and need both cores for that. */
async function main() {
  const results = await runLanes([[INSTALL]], DEADLINE)
  const isReady = () =>
    results.every(({ name, failed }) => !failed || (name !== 'install' && name !== 'build'))
  if (isReady()) results.push(...(await runLanes([CHECKS, UNIT], DEADLINE)))
  if (isReady()) results.push(...(await runLanes([SERVERS], DEADLINE)))
  if (isReady() && WITH_PROOF) results.push(...(await runLanes([proofStages()], DEADLINE)))
  conclude(results)
}

await main()
