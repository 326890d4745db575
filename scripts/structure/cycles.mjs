/** Import cycles at run time, each reported once, at its first file by name. Types are erased and cannot loop. */
export function checkCycles(files) {
  const edges = new Map(
    files.map((file) => [file.path, file.imports.filter((each) => each.target && !each.typeOnly)]),
  )
  const done = new Set()
  const problems = []

  function visit(path, trail) {
    if (trail.includes(path)) {
      problems.push(cycleProblem(trail.slice(trail.indexOf(path)), edges))
      return
    }
    if (done.has(path)) return
    for (const { target } of edges.get(path) ?? []) visit(target, [...trail, path])
    done.add(path)
  }

  for (const path of [...edges.keys()].sort()) visit(path, [])
  return problems
}

function cycleProblem(cycle, edges) {
  const [first, second = first] = cycle
  const line = edges.get(first)?.find((each) => each.target === second)?.line ?? 1
  return { path: first, line, rule: 'cycle', message: [...cycle, first].join(' → ') }
}
