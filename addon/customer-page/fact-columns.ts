import { InputError } from '../../core/input-error.ts'
import { addColumns } from '../sheet/tabs/add-columns.ts'
import { requiredField, requiredHeader, type TabHeader } from '../sheet/tabs/bound-tab.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'

/** A fact's column: from 0. One that the team filled before facts came into it is not Tiersheet's own. */
export type FactColumn = { field: string; position: number; isOwn: boolean }

/** Whether a column was blank when facts first came into it, or somebody agreed that they do. */
type Claim = 'own' | 'agreed'

const FIELDS = ['latestNps', 'satisfaction', 'lastAnswer', 'complaints']
/** The key of the developer metadata that says so of a column, wherever it is moved and whatever it is called. */
const MARK = 'tiersheet.facts'

/** The columns that facts would come into for the first time and that hold something: how many cells of each. */
export function factsInTheWay(tab = customerTab()): { header: string; cells: number }[] {
  return unclaimed(tab).flatMap((field) => {
    const position = tab.at[field]
    const rows = tab.sheet.getLastRow() - 1
    if (position === undefined || rows < 1) return []
    const filled = tab.sheet.getRange(2, position + 1, rows, 1).getValues()
    const cells = filled.filter(([cell]) => String(cell).trim() !== '').length
    return cells === 0 ? [] : [{ header: tab.header[position] as string, cells }]
  })
}

/** Keeps that somebody agreed to what `factsInTheWay` counts. */
export function agreeToFacts(): void {
  const tab = customerTab()
  const headers = new Set(factsInTheWay(tab).map(({ header }) => header))
  const agreed = FIELDS.filter((field) => headers.has(tab.header[tab.at[field] ?? -1] ?? ''))
  claim(tab, agreed, 'agreed')
}

/**
 * Makes the columns of facts ready before the first page; those that are missing are added at the right.
 *
 * @throws InputError `columnTaken` where one is filled and nobody agreed, `formulaInTheWay`.
 */
export function readyFactColumns(): void {
  const tab = customerTab()
  const [taken] = factsInTheWay(tab)
  if (taken) throw new InputError('columnTaken', taken)
  refuseFormulas(tab, FIELDS)
  const missing = FIELDS.filter((field) => tab.at[field] === undefined)
  const blank = unclaimed(tab)
  claim(addColumns(tab, missing), blank, 'own')
}

/** The customer tab with the columns of facts. @throws InputError `missingTab`, `missingColumn`. */
export function factTab(): { tab: TabHeader; columns: FactColumn[] } {
  const tab = customerTab()
  const claims = claimed(tab)
  const columns = FIELDS.map((field) => {
    const position = requiredField(tab, field)
    return { field, position, isOwn: claims.get(position) === 'own' }
  })
  return { tab, columns }
}

function unclaimed(tab: TabHeader): string[] {
  const claims = claimed(tab)
  return FIELDS.filter((field) => !claims.has(tab.at[field] ?? -1))
}

/** Claims by position; those on a duplicated tab name the one that it was copied from, and say nothing. */
function claimed({ sheet }: TabHeader): Map<number, Claim> {
  const marks = sheet.createDeveloperMetadataFinder().withKey(MARK).find()
  return new Map(
    marks.flatMap((mark) => {
      const [id, as] = JSON.parse(mark.getValue() ?? '[]') as [number, Claim]
      const column = mark.getLocation().getColumn()?.getColumn() ?? 0
      return id === sheet.getSheetId() ? [[column - 1, as] as const] : []
    }),
  )
}

function claim({ sheet, at }: TabHeader, fields: readonly string[], as: Claim): void {
  const { PROJECT } = SpreadsheetApp.DeveloperMetadataVisibility
  for (const field of fields) {
    const column = sheet.getRange(1, (at[field] as number) + 1, sheet.getMaxRows(), 1)
    column.addDeveloperMetadata(MARK, JSON.stringify([sheet.getSheetId(), as]), PROJECT)
  }
}

function customerTab(): TabHeader {
  const tab = requiredHeader('customers')
  requiredField(tab, 'customerId')
  return tab
}
