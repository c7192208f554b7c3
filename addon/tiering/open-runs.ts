import { localTime } from '../sheet/local-time.ts'
import { standardNow } from '../standard/standard-names.ts'

/** A run whose moves are being written: a part of them may stand in the Tier history alone, and not in the columns yet. */
export type OpenRun = {
  /** The round's name where one is being published. */
  run: string
  cause: 'score' | 'round'
  version: number
  /** ISO instant of its beginning. */
  at: string
  by: string
  /** Whether the history is whole, so that the columns alone may be behind. */
  isRecorded: boolean
}

const property = 'OPEN_TIER_RUNS'

/** The runs that are under way or were cut short, by standard. */
export function openRuns(): Record<string, OpenRun> {
  const kept = PropertiesService.getDocumentProperties().getProperty(property) ?? '{}'
  const runs = Object.entries(JSON.parse(kept) as Record<string, OpenRun>)
  return Object.fromEntries(runs.map(([standard, run]) => [standardNow(standard), run]))
}

/** A run that is not over, as a form shows it; `at` as `2026-03-31 08:00`, `round` '' where a standard was applied. */
export type CutShort = { standard: string; round: string; at: string; by: string }

export function cutShort(): CutShort[] {
  return Object.entries(openRuns()).map(([standard, { run, cause, at, by }]) => {
    return { standard, round: cause === 'round' ? run : '', at: localTime(at), by }
  })
}

/** Keeps that a run of a standard is under way, so that every form can say it until it is over. */
export function keepOpenRun(standard: string, run: OpenRun): void {
  keep({ ...openRuns(), [standard]: run })
}

/** To be called once history and columns say the same. */
export function closeRun(standard: string): void {
  const { [standard]: _, ...others } = openRuns()
  keep(others)
}

function keep(runs: Record<string, OpenRun>): void {
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify(runs))
}
