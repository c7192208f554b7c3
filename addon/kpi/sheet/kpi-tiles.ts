import type { KpiFigure } from '../../../core/kpi/kpi-figure.ts'
import type { Messages } from '../../../core/messages/messages.ts'
import type { SheetFormula } from '../../sheet/writing/formula-text.ts'
import type { Written } from '../../sheet/writing/write-cells.ts'
import { basisText, changeText, formats, NONE } from './figure-text.ts'

export type Tile = { label: string; value: Written; format: string; change: string; note: string }

/** What only some sheets have of a tile, by its KPI. */
export type TileExtras = {
  /** What stands in place of the value. */
  formulas?: ReadonlyMap<string, SheetFormula>
  /** As of when a value is that could not be counted this time. */
  heldSince?: ReadonlyMap<string, string>
}

/** A tile for each figure of the whole, in the order given. */
export function kpiTiles(
  figures: readonly KpiFigure[],
  { formulas, heldSince }: TileExtras = {},
  words: Messages['kpi']['sheet'],
): Tile[] {
  return figures
    .filter(({ by }) => by === '')
    .map((figure): Tile => {
      const { kpi, label, unit, value, n } = figure
      const formula = formulas?.get(kpi)
      const since = heldSince?.get(kpi)
      const format = formats[unit]
      if (formula) return { label, value: formula, format, change: '', note: words.live }
      const note = value === undefined && !n ? words.nothing : basisText(figure, words)
      if (since !== undefined) return { label, value: value ?? NONE, format, change: words.heldSince(since), note }
      return { label, value: value ?? NONE, format, change: changeText(figure, words), note }
    })
}
