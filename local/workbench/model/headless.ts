import { randomUUID } from 'node:crypto'
import type { CallFunction, FunctionCard, WorkbookSnapshot } from '../workbook.ts'
import { newWorkbook } from './new-workbook.ts'
import { nodeParts, nodePlugins, nodeTexts } from './node-parts.ts'
import { type Model, openModel } from './open-model.ts'

export type HeadlessOptions = {
  /** A stored workbook, or none for a new one. */
  snapshot?: WorkbookSnapshot | null
  /** The names of a new workbook's sheets. */
  sheets?: string[]
  functions: FunctionCard[]
  callFunction: CallFunction
}

/** Opens a workbook in Node, without a page. Dispose of it before opening the same one again. */
export function openHeadlessWorkbook({ snapshot, sheets, functions, callFunction }: HeadlessOptions): Model {
  const parts = nodeParts()
  const { LocaleType, LogLevel, Univer } = parts.core
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: nodeTexts() },
  })
  for (const plugin of nodePlugins()) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1])
    else univer.registerPlugin(plugin)
  }
  return openModel({
    parts,
    univer,
    snapshot: snapshot ?? newWorkbook({ id: randomUUID(), ...(sheets ? { sheets } : {}) }),
    functions,
    callFunction,
  })
}
