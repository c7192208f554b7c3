import type { Chart } from '../workbook.ts'
import type { Answers } from './answers.ts'

type ChartsBySheet = Record<string, Chart[]>

/** The workbook's charts: kept beside the grid, which has none of its own, and drawn by the page. */
export class Charts {
  readonly #bySheet: ChartsBySheet
  readonly #changed: () => void

  constructor(bySheet: ChartsBySheet, changed: () => void) {
    this.#bySheet = structuredClone(bySheet)
    this.#changed = changed
  }

  on(sheetId: string): readonly Chart[] {
    return this.#bySheet[sheetId] ?? []
  }

  /** For storing. */
  all(): ChartsBySheet {
    return this.#bySheet
  }

  replace(sheetId: string, charts: Chart[]) {
    this.#bySheet[sheetId] = charts
    this.#changed()
  }
}

/** The operations on charts. */
export function chartOperations(
  charts: Charts,
): Pick<Answers, 'charts' | 'insertChart' | 'changeChart' | 'removeChart'> {
  return {
    charts: ({ sheetId }) => [...charts.on(sheetId)],
    insertChart({ sheetId, ...chart }) {
      const made = { ...chart, id: crypto.randomUUID() }
      charts.replace(sheetId, [...charts.on(sheetId), made])
      return made
    },
    changeChart({ sheetId, ...changed }) {
      charts.replace(
        sheetId,
        charts.on(sheetId).map((chart) => (chart.id === changed.id ? changed : chart)),
      )
      return null
    },
    removeChart({ sheetId, id }) {
      const left = charts.on(sheetId).filter((chart) => chart.id !== id)
      charts.replace(sheetId, left)
      return null
    },
  }
}
