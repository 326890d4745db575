import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, run, tool } from '../run.mjs'

/**
 * A stage is a `command` for Node, counted by its `report` where it has one, or `work` that counts only when it fails.
 * What is `isVital` ends its lane when it fails.
 * @typedef {{ name: string, command?: () => string[], work?: () => Promise<void>, env?: object, report?: string,
 *   count?: (report: any) => object, isVital?: boolean }} Stage
 */

/** Runs vitest with a report to be counted. */
export function vitest(name, report, args = [], env = {}) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    name,
    command: () => [tool('vitest'), 'run', ...reporters, ...args],
    env,
    report,
    count: countUnit,
  }
}

/** Lanes run side by side, the stages of a lane one after the other. Each stage prints when it is over. */
export async function runLanes(lanes, deadline) {
  const results = await Promise.all(lanes.map((stages) => runLane(stages, deadline, lanes.length > 1)))
  return results.flat()
}

/** Prints a line a stage and the sum, by which CI reads the run; a failure makes the process fail. */
export function conclude(results) {
  console.log('')
  for (const result of results) console.log(summary(result))
  const [passed, failed] = [sum(results, 'passed'), sum(results, 'failed')]
  process.exitCode = failed ? 1 : 0
  console.log(`${passed} passed, ${failed} failed`)
}

export function readReport(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'))
  } catch {
    return undefined
  }
}

async function runLane(stages, deadline, quiet) {
  const results = []
  for (const stage of stages) {
    if (!quiet) console.log(`\n── ${stage.name}`)
    const started = performance.now()
    const { output, ...counts } = await (stage.work ? tryWork(stage) : runCommand(stage, deadline, quiet))
    const result = { name: stage.name, skipped: 0, ...counts, seconds: (performance.now() - started) / 1000 }
    if (quiet) console.log(`\n── ${stage.name}\n${output}`.trimEnd())
    results.push(result)
    if (stage.isVital && result.failed) break
  }
  return results
}

/** Getting ready is no test: it counts only when it fails. */
async function tryWork({ work }) {
  try {
    await work()
    return { passed: 0, failed: 0, output: '' }
  } catch (error) {
    console.log(error.message)
    return { passed: 0, failed: 1, output: '' }
  }
}

async function runCommand({ command, env, report, count }, deadline, quiet) {
  if (report) rmSync(join(ROOT, report), { force: true })
  const seconds = Math.max(1, (deadline - Date.now()) / 1000)
  const { ok, output } = await run(process.execPath, command(), { seconds, env, quiet })
  const counts = report ? count(readReport(report)) : { passed: Number(ok), failed: Number(!ok) }
  // A run that ends badly with every test green broke outside its tests; that is a failure too.
  return { ...counts, output, ...(ok || counts.failed ? {} : { failed: 1 }) }
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

/** The counts of Playwright's report; a test that needed a second try has failed. */
export function countE2e(report) {
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
