import { InputError } from '../../core/input-error.ts'
import { addColumns } from '../sheet/tabs/add-columns.ts'
import { requiredField, requiredHeader, type TabHeader } from '../sheet/tabs/bound-tab.ts'
import { refuseFormulas } from '../sheet/writing/refuse-formulas.ts'

/** A fact's column: from 0. One that the team filled before facts came into it is not Tiersheet's own. */
export type FactColumn = { field: string; position: number; isOwn: boolean }

/** Whether a column was blank when facts first came into it, or somebody agreed that they do. */
type Claims = Record<string, 'own' | 'agreed'>

const FIELDS = ['latestNps', 'satisfaction', 'lastAnswer', 'complaints']
const property = 'FACT_COLUMNS'

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
  const claims = claimed()
  const columns = FIELDS.map((field) => {
    return { field, position: requiredField(tab, field), isOwn: claims[claimKey(tab, field)] === 'own' }
  })
  return { tab, columns }
}

function unclaimed(tab: TabHeader): string[] {
  const claims = claimed()
  return FIELDS.filter((field) => tab.at[field] === undefined || claims[claimKey(tab, field)] === undefined)
}

function claimed(): Claims {
  return JSON.parse(PropertiesService.getDocumentProperties().getProperty(property) ?? '{}') as Claims
}

function claim(tab: TabHeader, fields: readonly string[], as: Claims[string]): void {
  if (fields.length === 0) return
  const news = Object.fromEntries(fields.map((field) => [claimKey(tab, field), as]))
  PropertiesService.getDocumentProperties().setProperty(property, JSON.stringify({ ...claimed(), ...news }))
}

/** A column of another tab, or under another header, is another column. */
function claimKey({ sheet, header, at }: TabHeader, field: string): string {
  return JSON.stringify([sheet.getSheetId(), field, header[at[field] as number]])
}

function customerTab(): TabHeader {
  const tab = requiredHeader('customers')
  requiredField(tab, 'customerId')
  return tab
}
