import { emulated } from '../emulated.ts'

/** The global `Charts`, of which there are only the types that can be drawn. */
export const chartsService = emulated('Charts', {
  ChartType: emulated('Charts.ChartType', { LINE: 'LINE', COLUMN: 'COLUMN', BAR: 'BAR', PIE: 'PIE' }),
})
