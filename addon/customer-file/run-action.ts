import type { LeftChange } from '../../core/customer-file/change-steps.ts'
import { type FileChange, inverseChanges } from '../../core/customer-file/file-change.ts'
import { inverseLink } from '../../core/customer-file/link-change.ts'
import { InputError } from '../../core/input-error.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { recordChanges } from '../sheet/writing/record-changes.ts'
import { userMessages } from '../user-language.ts'
import { actionChanges } from './action-changes.ts'
import { type FileAction, findAction, keepAction } from './file-actions.ts'
import { writeLinks } from './linked-rows.ts'
import { makeChanges } from './make-changes.ts'

/** How far an action got. `left` are changes that were not made because somebody changed the cells since. */
export type ActionPage = {
  done: number
  total: number
  next: number | null
  added: number
  changed: number
  removed: number
  left: LeftChange[]
}

const PAGE = 10_000
const MOST_LEFT = 200

/** Makes the next changes of an action that are written ahead. Safe to send again, also after a kill. */
export function makeAction(id: string): ActionPage {
  return oneAtATime(() => {
    const before = requiredAction(id)
    if (before.state !== 'recording' && before.state !== 'making') return finished(before)
    const action = before.state === 'making' ? before : keepAction({ ...before, state: 'making' })
    const { file, links } = actionChanges(action)
    const total = file.length + links.length
    const order = orderOf(file)
    const made = action.order === order ? action.made : 0
    const done = Math.min(file.length, made + PAGE)
    const slice = file.slice(made, done)
    const isLast = done >= file.length
    const lost = isLast ? writeLinks(links).left : []
    const { cells, added, removed, left, isDone } = makeChanges(slice)
    const isOver = isLast && isDone
    keepAction({ ...action, made: isDone ? done : made, order, state: isOver ? 'made' : 'making' })
    return {
      ...{ done: isOver ? total : done, total, next: isOver ? null : done, changed: cells, added, removed },
      left: [...left, ...lost.map(({ before, tab }): LeftChange => ({ id: before, key: tab, why: 'changed' }))].slice(
        0,
        MOST_LEFT,
      ),
    }
  })
}

/** A number that changes where somebody sorted the Change history: what was made is then looked at from the first again. */
function orderOf(changes: readonly FileChange[]): number {
  let order = changes.length
  for (const { id } of changes) {
    for (let at = 0; at < id.length; at++) order = (Math.imul(order, 31) + id.charCodeAt(at)) | 0
  }
  return order
}

/** Takes an action back: what it wrote and nobody changed since. Safe to send again, also after a kill. */
export function undoAction(id: string): ActionPage {
  return oneAtATime(() => {
    const before = requiredAction(id)
    if (before.state === 'undone' || before.state === 'dropped') return finished(before)
    const isFirst = before.state !== 'undoing'
    const action = isFirst ? keepAction({ ...before, state: 'undoing' }) : before
    const { file, links } = actionChanges(action)
    const lost = isFirst || links.length > 0 ? writeLinks(links.map(inverseLink), true).left : []
    const { cells, added, removed, left, isDone } = makeChanges(inverseChanges(file))
    if (isDone) {
      const shared = { customerId: '', field: 'undo', before: action.id, after: '' }
      const { undo } = userMessages().customerFileForm
      recordChanges({ action: undo, actionId: `${action.id}/undo`, changes: [shared] })
      keepAction({ ...action, state: 'undone' })
    }
    const total = file.length + links.length
    return {
      ...{ done: isDone ? total : 0, total, next: isDone ? null : 0, changed: cells, added, removed },
      left: [...left, ...lost.map(({ after, tab }): LeftChange => ({ id: after, key: tab, why: 'changed' }))].slice(
        0,
        MOST_LEFT,
      ),
    }
  })
}

/** Gives up an action of which nothing was made yet. */
export function dropAction(id: string): void {
  oneAtATime(() => {
    const action = requiredAction(id)
    if (action.state === 'recording') keepAction({ ...action, state: 'dropped' })
  })
}

/** @throws InputError `notFound` */
function requiredAction(id: string): FileAction {
  const action = findAction(id)
  if (!action) throw new InputError('notFound', undefined)
  return action
}

function finished({ recorded }: FileAction): ActionPage {
  return { done: recorded, total: recorded, next: null, added: 0, changed: 0, removed: 0, left: [] }
}
