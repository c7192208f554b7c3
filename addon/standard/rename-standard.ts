import { InputError } from '../../core/input-error.ts'
import { en } from '../../core/messages/en.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { isNameTaken, renamedStandard } from '../../core/standard/standard-names.ts'
import { oneAtATime } from '../sheet/one-at-a-time.ts'
import { findHeader } from '../sheet/tabs/bound-tab.ts'
import { markColumns } from '../sheet/tabs/tab-marks.ts'
import { writeHeader } from '../sheet/writing/write-cells.ts'
import { userMessages } from '../user-language.ts'
import { currentStandard, keptStandards, standardFields } from './current-standards.ts'
import { keepStandardNames, standardNames } from './standard-names.ts'

/**
 * Calls a standard otherwise from now on. What was kept under its former name stays as it was written, and is still its
 * own: versions, history, overrides, rounds, score parts, columns.
 *
 * The name is one write. The headings of its columns follow; a kill before them leaves only the headings as they were.
 *
 * @throws InputError `standardUnnamed`, `standardUnknown`, `standardNameTaken`, `busyNow`.
 */
export function renameStandard(from: string, wanted: string): void {
  const to = wanted.trim()
  if (!to) throw new InputError('standardUnnamed', undefined)
  oneAtATime(() => {
    const { name } = currentStandard(from)
    const others = keptStandards().map(({ current }) => current.name)
    const names = standardNames()
    if (to === name) return
    if (isNameTaken(names, others, name, to)) throw new InputError('standardNameTaken', { name: to })
    keepStandardNames(renamedStandard(names, name, to))
    renameHeadings(name, to)
  })
}

/** Headings that a person changed stay. */
function renameHeadings(from: string, to: string): void {
  const tab = findHeader('customers')
  if (!tab) return
  const { score, tier } = standardFields(to, tab)
  const [scores, words] = [[en.scores, zhCN.scores], userMessages().scores]
  const header = [...tab.header]
  const change = (field: string, old: readonly string[], heading: string) => {
    const position = tab.at[field]
    if (position === undefined || !old.includes(header[position] as string)) return
    writeHeader(tab.sheet, position, [heading])
    header[position] = heading
  }
  change(
    score,
    scores.map((each) => each.scoreBy(from)),
    words.scoreBy(to),
  )
  change(
    tier,
    scores.map((each) => each.tierBy(from)),
    words.tierBy(to),
  )
  markColumns(tab.sheet, 'customers', header, tab.at)
}
