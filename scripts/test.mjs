// Every check and every test of the project, one stage after the other; the last line is the sum.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBrowser } from './browser.mjs'
import { ensureBuilt } from './launch/build.mjs'
import { ensureInstalled } from './launch/install.mjs'
import { ROOT, run, tool } from './run.mjs'

const DEADLINE = Date.now() + 28 * 60_000
const UNIT_REPORT = 'test-results/unit.json'
const PROCESS_REPORT = 'test-results/processes.json'
const E2E_REPORT = 'test-results/e2e.json'

const STAGES = [
  { name: 'install', work: ensureInstalled, isVital: true },
  { name: 'lint', command: () => [tool('@biomejs/biome', 'biome'), 'check', '.'] },
  { name: 'structure', command: () => ['scripts/check-structure.mjs'] },
  { name: 'route types', command: () => [tool('next'), 'typegen'] },
  { name: 'types', command: () => [tool('typescript', 'tsc'), '--noEmit'] },
  {
    name: 'unit',
    command: () => vitest(UNIT_REPORT),
    report: UNIT_REPORT,
    count: countUnit,
  },
  { name: 'browser', work: ensureBrowser, isVital: true },
  { name: 'build', work: ensureBuilt, isVital: true },
  {
    name: 'processes',
    command: () => [...vitest(PROCESS_REPORT), '--config', 'e2e/process/vitest.config.ts'],
    report: PROCESS_REPORT,
    count: countUnit,
  },
  {
    name: 'e2e',
    command: () => [tool('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: E2E_REPORT },
    report: E2E_REPORT,
    count: countE2e,
  },
]

function vitest(report) {
  return [tool('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
}

async function main() {
  const results = []
  for (const stage of STAGES) {
    const result = await runStage(stage)
    results.push(result)
    if (stage.isVital && result.failed) break
  }
  console.log('')
  for (const result of results) console.log(summary(result))
  const [passed, failed] = [sum(results, 'passed'), sum(results, 'failed')]
  process.exitCode = failed ? 1 : 0
  console.log(`${passed} passed, ${failed} failed`)
}

async function runStage(stage) {
  console.log(`\n── ${stage.name}`)
  const started = performance.now()
  const counts = await (stage.work ? tryWork(stage) : runCommand(stage))
  return { name: stage.name, skipped: 0, ...counts, seconds: (performance.now() - started) / 1000 }
}

/** Getting ready is no test: it counts only when it fails. */
async function tryWork({ work }) {
  try {
    await work()
    return { passed: 0, failed: 0 }
  } catch (error) {
    console.log(error.message)
    return { passed: 0, failed: 1 }
  }
}

async function runCommand({ command, env, report, count }) {
  if (report) rmSync(join(ROOT, report), { force: true })
  const seconds = Math.max(1, (DEADLINE - Date.now()) / 1000)
  const { ok } = await run(process.execPath, command(), { seconds, env })
  const counts = report ? count(readReport(report)) : { passed: Number(ok), failed: Number(!ok) }
  // A run that ends badly with every test green broke outside its tests; that is a failure too.
  return ok || counts.failed ? counts : { ...counts, failed: 1 }
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  } catch {
    return undefined
  }
}

/** A file that could not be loaded has failed without a test to its name. */
function countUnit(report) {
  if (!report) return { passed: 0, failed: 1 }
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

function countE2e(report) {
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped }
}

function summary({ name, passed, failed, skipped, seconds }) {
  const counts = `${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped`
  return `${name.padEnd(12)}${counts} ${seconds.toFixed(1).padStart(7)} s`
}

function sum(results, key) {
  return results.reduce((total, result) => total + result[key], 0)
}

await main()
