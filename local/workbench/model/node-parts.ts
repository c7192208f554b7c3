import { createRequire } from 'node:module'
import type { ILanguagePack, Plugin, PluginCtor } from '@univerjs/core'
import type { UniverParts } from './univer-parts.ts'

const require = createRequire(import.meta.url)

/** Univer's CommonJS packages, which are the ones that load in Node. */
export function nodeParts(): UniverParts {
  return {
    core: require('@univerjs/core'),
    formula: require('@univerjs/engine-formula'),
    sheets: require('@univerjs/sheets'),
    sheetsFormula: require('@univerjs/sheets-formula'),
  }
}

/** The plugins of a workbook without a screen. */
export function nodePlugins(): (PluginCtor<Plugin> | [PluginCtor<Plugin>, object])[] {
  const { UniverSheetsNodeCorePreset } = require('@univerjs/preset-sheets-node-core')
  return UniverSheetsNodeCorePreset().plugins
}

/** Univer's own English texts: some commands refuse to run without any. */
export function nodeTexts(): ILanguagePack {
  return require('@univerjs/preset-sheets-node-core/locales/en-US')
}
