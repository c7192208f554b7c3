import type { PeriodCut } from '../../../survey/results.ts'
import type { ResultUnit } from '../../../survey/results-table.ts'
import { messages } from '../../kit/language.ts'
import { interval, shown } from './shown-figure.ts'
import type { TrendPoint } from './trend-points.ts'

const text = messages.surveyResults

const WIDTH = 268
const HEIGHT = 96
const LABELS = 16
const LEFT = 44

type Placed = { x: number; y: number; low: number; high: number; point: TrendPoint }

/** A figure by period with the band of its interval; the line breaks where nobody answered. */
export function TrendLine({ points, cut, unit }: { points: TrendPoint[]; cut: PeriodCut; unit: ResultUnit }) {
  const figures = points.flatMap(({ row }) => (row && row.figure !== null ? [row] : []))
  if (figures.length < 2) return null
  const top = Math.max(...figures.map(({ figure, high }) => high ?? (figure as number)))
  const bottom = Math.min(...figures.map(({ figure, low }) => low ?? (figure as number)), unit === 'count' ? 0 : top)
  const y = (value: number) => 6 + ((top - value) / (top - bottom || 1)) * (HEIGHT - 12)
  const x = (at: number) => LEFT + 4 + (at / Math.max(1, points.length - 1)) * (WIDTH - LEFT - 8)
  const runs = runsOf(points, x, y)
  const [first, last] = [points[0] as TrendPoint, points[points.length - 1] as TrendPoint]
  const ends = points.filter(({ row }) => row && row.figure !== null)
  const title = text.trend[cut]
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + LABELS}`}
        role="img"
        aria-label={text.lineSays({
          title,
          first: says(ends[0] as TrendPoint, unit),
          last: says(ends[ends.length - 1] as TrendPoint, unit),
        })}
      >
        <text x={LEFT - 4} y={y(top) + 4} text-anchor="end">
          {shown(top, unit)}
        </text>
        <text x={LEFT - 4} y={y(bottom) + 4} text-anchor="end">
          {shown(bottom, unit)}
        </text>
        {runs.map((run) => (
          <Run key={run[0]?.point.period} run={run} unit={unit} />
        ))}
        {bottom < 0 && top > 0 && <line class="zero" x1={LEFT} x2={WIDTH} y1={y(0)} y2={y(0)} />}
        <text x={LEFT} y={HEIGHT + LABELS - 3}>
          {first.period}
        </text>
        <text x={WIDTH} y={HEIGHT + LABELS - 3} text-anchor="end">
          {last.period}
        </text>
      </svg>
      {ends.length < points.length && <p class="hint">{text.gaps}</p>}
    </figure>
  )
}

/** Neighbouring periods with a figure: a band, a line, a dot each. */
function Run({ run, unit }: { run: Placed[]; unit: ResultUnit }) {
  const band = [...run.map(({ x, high }) => [x, high]), ...[...run].reverse().map(({ x, low }) => [x, low])]
  const only = run.length === 1 ? run[0] : undefined
  return (
    <>
      {only ? (
        <line class="range" x1={only.x} x2={only.x} y1={only.high} y2={only.low} />
      ) : (
        <polygon class="band" points={band.join(' ')} />
      )}
      <polyline class="line" points={run.map(({ x, y }) => `${x},${y}`).join(' ')} />
      {run.map(({ x, y, point }) => (
        <circle key={point.period} cx={x} cy={y} r="2.5">
          <title>{says(point, unit)}</title>
        </circle>
      ))}
    </>
  )
}

function runsOf(points: TrendPoint[], x: (at: number) => number, y: (value: number) => number): Placed[][] {
  const runs: Placed[][] = []
  points.forEach((point, at) => {
    const { row } = point
    if (!row || row.figure === null) return
    const placed = { x: x(at), y: y(row.figure), low: y(row.low ?? row.figure), high: y(row.high ?? row.figure), point }
    const before = points[at - 1]?.row
    if (before && before.figure !== null) runs[runs.length - 1]?.push(placed)
    else runs.push([placed])
  })
  return runs
}

function says({ period, row }: TrendPoint, unit: ResultUnit): string {
  const { figure = null, n = 0, low = null, high = null } = row ?? {}
  const between = interval({ n, figure, low, high }, unit) || text.figure
  return text.point({ period, value: shown(figure, unit), n: text.ofAnswers(n), between })
}
