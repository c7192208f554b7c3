import * as core from '@univerjs/core'
import * as formula from '@univerjs/engine-formula'
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core'
import coreEnglish from '@univerjs/preset-sheets-core/locales/en-US'
import coreChinese from '@univerjs/preset-sheets-core/locales/zh-CN'
import { UniverSheetsDrawingPreset } from '@univerjs/preset-sheets-drawing'
import drawingEnglish from '@univerjs/preset-sheets-drawing/locales/en-US'
import drawingChinese from '@univerjs/preset-sheets-drawing/locales/zh-CN'
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter'
import filterEnglish from '@univerjs/preset-sheets-filter/locales/en-US'
import filterChinese from '@univerjs/preset-sheets-filter/locales/zh-CN'
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort'
import sortEnglish from '@univerjs/preset-sheets-sort/locales/en-US'
import sortChinese from '@univerjs/preset-sheets-sort/locales/zh-CN'
import * as sheets from '@univerjs/sheets'
import * as sheetsFormula from '@univerjs/sheets-formula'
import type { Language } from '../../../core/messages/messages.ts'
import { type Model, openModel } from '../model/open-model.ts'
import type { CallFunction, FunctionCard, WorkbookSnapshot } from '../workbook.ts'
import { functionDescription } from './function-descriptions.ts'

const { LocaleType } = core

export type GridOptions = {
  container: HTMLElement
  snapshot: WorkbookSnapshot
  functions: FunctionCard[]
  callFunction: CallFunction
  language: Language
}

/** Opens the workbook in Univer's grid, with formula bar, sheet tabs and autocomplete for the custom functions. */
export function openGrid({ container, snapshot, functions, callFunction, language }: GridOptions): Model {
  const univer = new core.Univer({
    logLevel: core.LogLevel.WARN,
    locale: univerLocale(language),
    locales: {
      [LocaleType.EN_US]: core.mergeLocales(coreEnglish, drawingEnglish, filterEnglish, sortEnglish),
      [LocaleType.ZH_CN]: core.mergeLocales(coreChinese, drawingChinese, filterChinese, sortChinese),
    },
  })
  const grid = UniverSheetsCorePreset({
    container,
    header: true,
    ribbonType: 'simple',
    formula: { description: functions.map(functionDescription) },
  })
  const presets = [grid, UniverSheetsDrawingPreset(), UniverSheetsSortPreset(), UniverSheetsFilterPreset()]
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1])
    else univer.registerPlugin(plugin)
  }
  return openModel({ parts: { core, formula, sheets, sheetsFormula }, univer, snapshot, functions, callFunction })
}

/** Changes the language of the grid's own menus. */
export function setGridLanguage(model: Model, language: Language) {
  model.grid.injector.get(core.LocaleService).setLocale(univerLocale(language))
}

function univerLocale(language: Language) {
  return language === 'zh-CN' ? LocaleType.ZH_CN : LocaleType.EN_US
}
