import type { Language } from '../../../core/messages/messages.ts'
import { localMessages } from '../../messages/messages.ts'
import { newWorkbook } from '../model/new-workbook.ts'
import type { Model } from '../model/open-model.ts'
import type { AlertButton, AlertButtons, HostMessage, Init, MenuItem, OpRequest, RunResult } from '../wire.ts'
import type { FunctionResult, WorkbookSnapshot } from '../workbook.ts'
import { cellDropdown } from './cell-dropdown.ts'
import { guardCells } from './cell-guard.ts'
import { markCells } from './cell-marks.ts'
import { chartLayer } from './chart-layer.ts'
import { connect } from './connection.ts'
import { errorNotes } from './error-notes.ts'
import { openGrid, setGridLanguage } from './open-grid.ts'
import { showAlert, showDialog, showGaps, showTakenOver, sidebarPanel } from './panels.ts'
import { Pending } from './pending.ts'
import { ruleText } from './rule-text.ts'
import { keepSaved, type Saving } from './saving.ts'
import { suggestionKeys } from './suggestion-keys.ts'
import { toasts } from './toasts.ts'
import { drawTopBar, type Status } from './top-bar.ts'

const part = (id: string) => document.getElementById(id) as HTMLElement
const container = part('grid')

let language: Language = 'en'
let menu: MenuItem[] = []
let status: Status = 'opening'
let documents: Pick<Init, 'documents' | 'document'> = { documents: [], document: '' }
let opened: { model: Model; saving: Saving } | undefined

const calls = new Pending<FunctionResult>()
const runs = new Pending<RunResult>()
const texts = () => localMessages(language).workbench
const toast = toasts(part('toasts'))
const panelHost = {
  texts,
  run: runScript,
  focusGrid: () => container.querySelector<HTMLElement>('[tabindex]')?.focus(),
}
const sidebar = sidebarPanel(part('sidebar'), panelHost)

const connection = connect({
  hear,
  lost() {
    show('lost')
    calls.failAll(texts().lostCall)
    runs.failAll(texts().lostRun)
  },
})
drawBar()

function hear(message: HostMessage): unknown {
  switch (message.type) {
    case 'init':
      return begin(message)
    case 'op':
      return answer(message)
    case 'callResult':
      return calls.answer(message.id, message.result)
    case 'runResult':
      return runs.answer(message.id, message.result)
    case 'showSidebar':
      return sidebar.show(message.title, message.html)
    case 'showDialog':
      return showDialog(message, panelHost)
    case 'closeSidebar':
      return sidebar.close()
    case 'toast':
      return toast(message.title, message.message, message.seconds, texts().close)
    case 'alert':
      return showAlert(message, texts()).then((button: AlertButton) =>
        connection.send({ type: 'alertResult', id: message.id, button }),
      )
    case 'menu':
      menu = message.items
      return drawBar()
    case 'saved':
      return opened?.saving.saved(message.id)
    case 'takenOver':
      return leave()
    case 'reload':
      return location.reload()
  }
}

/** Opens the workbook; after a lost connection, keeps what was typed meanwhile, or else loads what the host has. */
function begin(init: Init) {
  menu = init.menu
  if (opened) {
    if (!opened.saving.unsaved() && !sameWorkbook(init.snapshot, opened.model.snapshot())) return location.reload()
    connection.send({ type: 'ready' })
    opened.saving.flush()
    opened.model.recalculate()
    if (!opened.saving.unsaved()) show('saved')
    return drawBar()
  }
  documents = { documents: init.documents, document: init.document }
  setLanguage(init.locale)
  const model = openGrid({
    container,
    snapshot: init.snapshot ?? newWorkbook({ id: crypto.randomUUID() }),
    functions: init.functions,
    callFunction: (name, args) =>
      calls.ask((id) => connection.send({ type: 'call', id, name, args }), texts().lostCall),
    language,
  })
  const send = (id: number, snapshot: WorkbookSnapshot) => connection.send({ type: 'save', id, snapshot })
  const saving = keepSaved(model, send, () => runs.any(), show)
  opened = { model, saving }
  show('saved')
  chartLayer(model, () => texts().noChartData)
  errorNotes(model)
  suggestionKeys(model)
  markCells(model, () => ({ ...texts().rules, invalid: texts().invalid, note: texts().note }))
  cellDropdown(model, container, () => texts().choices)
  guardCells(model, {
    refuse: (rule) => void tell(texts().refused, ruleText(rule, texts().rules), 'OK'),
    confirm: async (description) =>
      (await tell(texts().protected, texts().protectedHint(description), 'OK_CANCEL')) === 'OK',
  })
  connection.send({ type: 'ready' })
}

function tell(title: string, message: string, buttons: AlertButtons) {
  return showAlert({ title, message, buttons }, texts())
}

function sameWorkbook(one: WorkbookSnapshot | null, other: WorkbookSnapshot) {
  return JSON.stringify(one) === JSON.stringify(other)
}

async function answer({ id, method, params }: OpRequest) {
  try {
    if (!opened) throw new Error('The workbook is not open.')
    const value = await opened.model.call(method, params as never)
    connection.send({ type: 'opResult', id, result: { ok: true, value } })
  } catch (error) {
    connection.send({ type: 'opResult', id, result: { ok: false, message: (error as Error).message } })
  }
}

function runScript(from: 'menu' | 'sidebar' | 'dialog', name: string, args: unknown[]): Promise<RunResult> {
  return runs
    .ask((id) => connection.send({ type: 'run', id, from, name, args }), texts().lostRun)
    .catch((error: Error) => ({ ok: false, name: error.name, message: error.message }))
}

async function runMenuItem({ caption, run }: { caption: string; run: string }) {
  const done = toast(texts().running(caption), '', 0, texts().close)
  const result = await runScript('menu', run, [])
  done()
  if (!result.ok) toast(texts().failed(caption), result.message, 0, texts().close)
}

/** Another page has the workbook: this one saves a last time and stops. */
function leave() {
  opened?.saving.flush()
  opened?.saving.stop()
  connection.close()
  showTakenOver(texts())
}

/** What was typed last is sent first, so that it is in the copy. */
function leaveFor(message: { type: 'copy' } | { type: 'open'; key: string }) {
  opened?.saving.flush()
  connection.send(message)
}

function chooseLanguage(next: Language) {
  setLanguage(next)
  connection.send({ type: 'locale', locale: next })
}

function setLanguage(next: Language) {
  language = next
  document.documentElement.lang = next
  document.title = texts().name
  if (opened) setGridLanguage(opened.model, next)
  drawBar()
}

function show(next: Status) {
  if (next === status) return
  status = next
  drawBar()
}

function drawBar() {
  const top = {
    texts: texts(),
    language,
    menu,
    ...documents,
    run: runMenuItem,
    copyDocument: () => leaveFor({ type: 'copy' }),
    openDocument: (key: string) => leaveFor({ type: 'open', key }),
    showGaps: () => showGaps(texts()),
    chooseLanguage,
  }
  drawTopBar(part('top-bar'), top, status)
}
