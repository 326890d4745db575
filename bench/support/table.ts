/** One figure of ours beside what it is measured against, in the same run. */
export type Row = { what: string; ours: string; floor: string; ratio: string; goal: string; met: boolean }

type Goal = { atMost: number } | { atLeast: number }

/** A row that says how many times the floor ours is, and whether that is good enough. */
export function ratioRow(what: string, ours: number, floor: number, unit: string, goal: Goal): Row {
  const ratio = ours / floor
  return {
    what,
    ours: `${short(ours)} ${unit}`,
    floor: `${short(floor)} ${unit}`,
    ratio: short(ratio),
    ...judged(ratio, goal, ''),
  }
}

/** A row whose goal is a figure of its own, such as a number of calls or of milliseconds. */
export function figureRow(what: string, ours: number, floor: number | null, unit: string, goal: Goal): Row {
  return {
    what,
    ours: `${short(ours)} ${unit}`,
    floor: floor === null ? '' : `${short(floor)} ${unit}`,
    ratio: floor ? short(ours / floor) : '',
    ...judged(ours, goal, ` ${unit}`),
  }
}

/** As Markdown, so that a run can be kept as it is. */
export function tableOf(rows: Row[]): string {
  const cells = rows.map(({ what, ours, floor, ratio, goal, met }) => [
    what,
    ours,
    floor,
    ratio,
    goal,
    met ? 'met' : 'missed',
  ])
  const all = [['what', 'ours', 'against', 'ratio', 'goal', ''], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  const lines = all.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`)
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [lines[0], rule, ...lines.slice(1)].join('\n')
}

function judged(figure: number, goal: Goal, unit: string) {
  if ('atMost' in goal) return { goal: `≤ ${goal.atMost}${unit}`, met: figure <= goal.atMost }
  return { goal: `≥ ${goal.atLeast}${unit}`, met: figure >= goal.atLeast }
}

function short(figure: number) {
  return figure >= 100 ? String(Math.round(figure)) : String(Number(figure.toPrecision(2)))
}
