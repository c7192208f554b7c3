import type * as core from '@univerjs/core'
import type * as formula from '@univerjs/engine-formula'
import type * as sheets from '@univerjs/sheets'
import type * as sheetsFormula from '@univerjs/sheets-formula'

/**
 * The Univer packages that the model stands on, handed in by whoever loads them: the page imports the ES modules,
 * Node requires the CommonJS ones (the ES ones fail there). Mixing both would give two of every class.
 */
export type UniverParts = {
  core: typeof core
  formula: typeof formula
  sheets: typeof sheets
  sheetsFormula: typeof sheetsFormula
}
