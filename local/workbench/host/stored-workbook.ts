import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeWhole } from '../../apps-script/write-whole.ts'
import type { SheetTable } from '../../sheet-table.ts'
import { newWorkbook } from '../model/new-workbook.ts'
import type { Model } from '../model/open-model.ts'
import type { CallFunction, FunctionCard, WorkbookCall, WorkbookSnapshot } from '../workbook.ts'
import { fillSheets } from './fill-sheets.ts'

export type InitialWorkbook = { name: string; locale: string; timeZone: string; sheets: SheetTable[] }

export type StoredWorkbookOptions = {
  dir: string
  /** The workbook of a folder that has none yet. */
  initial(): InitialWorkbook | Promise<InitialWorkbook>
  functions: FunctionCard[]
  callFunction: CallFunction
  /** Hears why a save in the background did not succeed. */
  failed(error: unknown): void
}

const SAVE_AFTER_MS = 1000
/** A large workbook is saved less often, so that saving takes a twentieth of the time at most. */
const SAVES_APART = 20

/** The workbook under a data folder, and its headless model while no page has it. Load it before all else. */
export function storedWorkbook({ dir, initial, functions, callFunction, failed }: StoredWorkbookOptions) {
  const file = join(dir, 'workbook.json')
  const underWay = new Set<Promise<unknown>>()
  let id = ''
  let text: string | undefined
  let model: Promise<Model> | undefined
  let writing: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let saveMs = 0

  /** Reads the file, or makes it: it appears only once all of the initial workbook is in it. */
  async function load(): Promise<void> {
    text = await readFile(file, 'utf8').catch(ifAbsent)
    if (text !== undefined) {
      id = snapshot().id
      return
    }
    const { sheets, ...facts } = await initial()
    id = randomUUID()
    const names = sheets.length > 0 ? { sheets: sheets.map(({ name }) => name) } : {}
    model = open(newWorkbook({ id, ...facts, ...names }))
    await fillSheets((await model).call, sheets)
    await release()
  }

  async function open(snapshot: WorkbookSnapshot): Promise<Model> {
    const { openHeadlessWorkbook } = await import('../model/headless.ts')
    const opened = openHeadlessWorkbook({ snapshot, functions, callFunction })
    opened.onChange(() => {
      if (text !== undefined)
        timer ??= setTimeout(() => saveModel().catch(failed), Math.max(SAVE_AFTER_MS, SAVES_APART * saveMs))
    })
    return opened
  }

  /** Returns once it is on disk. What is saved later never lands earlier. */
  async function save(snapshot: WorkbookSnapshot): Promise<void> {
    // A page that has not heard yet that another one is open.
    if (snapshot.id !== id) return
    const now = JSON.stringify(snapshot)
    text = now
    const written = writing.then(() => writeWhole(file, now))
    writing = written.catch(() => undefined)
    await written
  }

  async function saveModel(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const opened = await model
    const begun = performance.now()
    if (opened !== undefined) await save(opened.snapshot())
    saveMs = performance.now() - begun
  }

  /** Answers from the headless model. */
  const call: WorkbookCall = (method, params) => {
    model ??= open(snapshot())
    const answer = model.then((opened) => opened.call(method, params))
    underWay.add(answer)
    void answer.catch(() => undefined).then(() => underWay.delete(answer))
    return answer
  }

  /** Waits for what is under way, stores the headless model and closes it, so that a page may have the workbook. */
  async function release(): Promise<void> {
    await Promise.allSettled(underWay)
    const opened = await model
    await opened?.settled()
    await saveModel()
    await writing
    model = undefined
    opened?.dispose()
  }

  /** As last saved. */
  const snapshot = (): WorkbookSnapshot => JSON.parse(text as string)

  return { load, call, save, release, snapshot, isOpen: () => model !== undefined }
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
