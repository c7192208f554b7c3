import {
  claimKinds,
  type FigureCut,
  figureCuts,
  type ImprovementSide,
  type ImprovementStatus,
  improvementSides,
  improvementStatuses,
} from '../../core/improvements/improvement.ts'
import { en } from '../../core/messages/en.ts'
import type { Messages } from '../../core/messages/messages.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'
import { measureIn } from '../goals/goal-words.ts'
import { cellDays } from '../sheet/reading/cell-days.ts'
import { rowReader } from '../sheet/reading/row-reader.ts'
import { type BoundTab, findTab } from '../sheet/tabs/bound-tab.ts'

/** An improvement action as its row holds it. `row` counts from 0 under the header; days since 1970-01-01. */
export type SheetImprovement = {
  row: number
  id: string
  what: string
  who: string
  until: number | undefined
  status: ImprovementStatus
  customerId: string
  side: ImprovementSide | ''
  review: number | undefined
  /** A KPI of the catalogue or `own:<id>`; '' for none. */
  figure: string
  by: FigureCut | ''
  group: string
  began: number | undefined
  /** As people write it: 5 points of a share are 5. */
  claim: number | undefined
  claimKind: (typeof claimKinds)[number]
  verdict: string
  /** With the time of day as the fraction. */
  checked: number | undefined
}

type Words = Messages['improvementWords']
const tables = [en, zhCN].map(({ improvementWords }): Words => improvementWords)

/** Every action of the tab, in one read; rows without an id and a text are passed over. */
export function readImprovements(): { tab: BoundTab | undefined; improvements: SheetImprovement[] } {
  const tab = findTab('improvements')
  if (!tab) return { tab, improvements: [] }
  const { cell, text, number } = rowReader(tab)
  const { day, instant } = cellDays()
  const improvements = tab.rows.flatMap((line, row): SheetImprovement[] => {
    const [id, what] = [text(line, 'improvementId'), text(line, 'what')]
    if (id === '' && what === '') return []
    const kind = <K extends string>(field: string, kinds: readonly K[], labels: (words: Words) => Record<K, string>) =>
      kindIn(text(line, field), kinds, tables.map(labels))
    const status = kind('status', improvementStatuses, ({ statuses }) => statuses) ?? 'open'
    const side = kind('side', improvementSides, ({ sides }) => sides) ?? ''
    const by = kind('by', figureCuts, ({ cuts }) => cuts) ?? ''
    const claimKind = kind('claimKind', claimKinds, ({ claims }) => claims) ?? 'points'
    return [
      {
        ...{ row, id, what, who: text(line, 'who'), until: day(cell(line, 'until')), status },
        ...{ customerId: text(line, 'customerId'), side, review: day(cell(line, 'review')) },
        ...{ figure: measureIn(text(line, 'figure')), by, group: text(line, 'group') },
        ...{ began: day(cell(line, 'began')), claim: number(line, 'claim'), claimKind },
        ...{ verdict: text(line, 'verdict'), checked: instant(cell(line, 'checked')) },
      },
    ]
  })
  return { tab, improvements }
}

/** What a cell names, in either language or as programs write it. */
function kindIn<K extends string>(text: string, kinds: readonly K[], labels: Record<K, string>[]): K | undefined {
  const asked = text.toLowerCase()
  return kinds.find((kind) =>
    [kind, ...labels.map((words) => words[kind])].some((word) => word.toLowerCase() === asked),
  )
}
