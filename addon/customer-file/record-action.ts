import { changeText } from '../../core/customer-file/change-text.ts'
import type { FileChange } from '../../core/customer-file/file-change.ts'
import { type LinkChange, linkText } from '../../core/customer-file/link-change.ts'
import { me } from '../sheet/now.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { ensuredTab } from '../sheet/tabs/ensured-tab.ts'
import { recordChanges } from '../sheet/writing/record-changes.ts'
import { userMessages } from '../user-language.ts'
import { type FileAction, findAction, keepAction } from './file-actions.ts'

type BegunAction = Pick<FileAction, 'id' | 'kind' | 'what'>

/** What was imported is kept no longer than this: a property holds few characters. */
const LONGEST = 100

/**
 * Writes changes ahead into the Change history; nothing else is written yet. Sent again, a page is not written twice.
 *
 * @param from How many changes were written ahead before these.
 */
export function recordAction(
  begun: BegunAction,
  from: number,
  changes: readonly (FileChange | LinkChange)[],
): FileAction {
  return oneAtATime(() => {
    const known = findAction(begun.id)
    const firstRow = known?.firstRow ?? Math.max(1, ensuredTab('changes').sheet.getLastRow()) + 1
    const at = known?.at ?? new Date().toISOString()
    const action: FileAction = known ?? {
      ...begun,
      what: begun.what.slice(0, LONGEST),
      at,
      by: me(),
      state: 'recording',
      recorded: 0,
      made: 0,
      firstRow,
    }
    if (from < action.recorded) return action
    if (!known) keepAction(action)
    recordChanges({
      action: userMessages().customerFileForm.kinds[action.kind],
      actionId: action.id,
      changes: changes.map((change) => ('tab' in change ? linkText(change) : changeText(change))),
    })
    return keepAction({ ...action, recorded: from + changes.length })
  })
}
