import type { CustomerFileSetup } from '../../../../addon/customer-file/customer-file-setup.ts'
import type { RowsPage } from '../../../../addon/customer-file/read-pages.ts'
import type { Match } from '../../../../core/customer-file/customer-index.ts'
import { importChanges } from '../../../../core/customer-file/import-changes.ts'
import { importPlan } from '../../../../core/customer-file/import-plan.ts'
import { type FieldType, tabFields } from '../../../../core/tabs/tab-fields.ts'
import type { Cell } from '../../../../local/workbench/workbook.ts'
import type { Subject } from '../moved-tabs.ts'
import { headersOf, MINE, type Place } from '../place.ts'
import { day, setUp, tabs } from '../workbook.ts'
import { apply } from './scores.ts'

const fields: Record<string, string> = {
  ...{ 'Customer ID': 'customerId', Name: 'customer', 'E-mail': 'email', Phone: 'phone', City: 'city' },
  ...{ Owner: 'owner', 'Next contact': 'nextContact' },
}
const sources: Record<string, Cell[][]> = {
  'By ID': [
    ['Customer ID', 'Name', 'City', 'Next contact'],
    ['C03', '', 'York', day(46_500)],
    ['C06', '', 'Hull', ''],
    ['C13', 'New shop', 'Leeds', day(46_501)],
    ['C14', 'Newer shop', '', ''],
  ],
  'By e-mail': [
    ['E-mail', 'Owner', 'City'],
    ['c04@X.example', 'Owner 9', 'Deal'],
    ['C09@x.example', 'Owner 8', ''],
  ],
  'By phone': [
    ['Phone', 'Owner'],
    ['+44 7700 900007', 'Owner 7'],
    ['077 0090 0003', 'Owner 6'],
  ],
}
const IMPORTED = { 'Change history': ['+'] }
const MERGED = { Customers: ['-', 'City'], Orders: ['Customer ID'], Interactions: ['Customer ID'] }

/** Imports that find customers by id, e-mail and phone, merges, and taking both back. */
export const customerFile: Subject = {
  name: 'Customer file',
  file: 'customer-file',
  tabs: () => ({ ...withoutOrderId(tabs()), ...sources }),
  async ready(place) {
    await setUp(place)
    await apply(place, {})
    const override = { standard: 'Customer value', tier: 'A', from: '2020-01-01', until: '' }
    await place.call('setTierOverride', { ...override, customerId: 'C02', reason: 'Strategic' })
    await place.call('setTierOverride', { ...override, customerId: 'C08', reason: 'Founder' })
  },
  actions: [
    {
      name: 'an import by customer ID',
      calls: ['recordImport', 'makeFileAction'],
      writes: { Customers: ['+', 'City', 'Next contact'], ...IMPORTED },
      run: (place) => importOf(place, 'import-1', 'By ID', 'customerId').then(() => make(place, 'import-1')),
    },
    {
      name: 'an import by e-mail',
      calls: ['recordImport', 'makeFileAction'],
      writes: { Customers: ['City', 'Owner'], ...IMPORTED },
      run: (place) => importOf(place, 'import-2', 'By e-mail', 'email').then(() => make(place, 'import-2')),
    },
    {
      name: 'an import by phone that is written ahead and then left',
      calls: ['recordImport'],
      writes: IMPORTED,
      run: (place) => importOf(place, 'import-3', 'By phone', 'phone'),
    },
    {
      name: 'the undo of the first import',
      calls: ['undoFileAction'],
      writes: { Customers: ['-', 'City', 'Next contact'], ...IMPORTED },
      run: (place) => whole(place, 'undoFileAction', 'import-1'),
    },
    {
      name: 'the import by phone, gone on with',
      calls: ['makeFileAction'],
      writes: { Customers: ['Owner'] },
      run: (place) => make(place, 'import-3'),
    },
    {
      name: 'an import that is given up',
      calls: ['recordImport', 'dropFileAction'],
      writes: IMPORTED,
      async run(place) {
        await importOf(place, 'import-4', 'By ID', 'customerId')
        await place.call('dropFileAction', 'import-4')
      },
    },
    {
      name: 'a merge',
      calls: ['mergeCustomers'],
      writes: { ...MERGED, ...IMPORTED, 'Tier overrides': ['Customer ID'] },
      run: (place) => whole(place, 'mergeCustomers', { id: 'merge-1', keep: 'C01', gone: 'C02', fromGone: ['city'] }),
    },
    {
      name: 'a second merge, and two that are kept apart',
      calls: ['mergeCustomers', 'keepCustomersApart'],
      writes: { Customers: ['-'], Orders: ['Customer ID'], Interactions: ['Customer ID'], ...IMPORTED },
      async run(place) {
        await whole(place, 'mergeCustomers', { id: 'merge-2', keep: 'C05', gone: 'C04', fromGone: [] })
        await place.call('keepCustomersApart', 'C06', 'C07')
      },
    },
    {
      name: 'the undo of the first merge',
      calls: ['undoFileAction'],
      writes: { ...MERGED, Customers: ['+', 'City'], ...IMPORTED, 'Tier overrides': ['Customer ID'] },
      run: (place) => whole(place, 'undoFileAction', 'merge-1'),
    },
  ],
}

/** Orders that no id of their own tells apart are known by what they hold. */
function withoutOrderId(all: Record<string, Cell[][]>): Record<string, Cell[][]> {
  for (const row of all.Orders?.slice(1) ?? []) if (row[1] === 'C02') row[0] = ''
  return all
}

/** Reads, plans and writes ahead as the form does; which column is which the person says. */
async function importOf({ call, tab, nameOf }: Place, id: string, source: string, match: Match): Promise<void> {
  const { customers } = await call<CustomerFileSetup>('customerFileSetup')
  const columns = customers?.columns ?? []
  const file = await call<RowsPage>(
    'customerFilePage',
    0,
    columns.map(({ key }) => key),
  )
  const { rows } = await call<RowsPage>('importSourcePage', nameOf(source), 0)
  const types: Record<string, FieldType> = tabFields.customers
  const given = headersOf(tab(source)).map((header) => {
    const key = header === MINE ? undefined : fields[header]
    return key === undefined ? undefined : { key, type: types[key] }
  })
  const plan = importPlan({ columns, rows: file.rows }, { columns: given, rows, firstRow: 2 }, match)
  const all = new Set(Object.values(fields))
  const changes = importChanges(plan, { fill: all, overwrite: all })
  await call('recordImport', id, source, 0, changes)
}

async function make(place: Place, id: string): Promise<void> {
  await whole(place, 'makeFileAction', id)
}

/** Page by page, as the form does; nothing may be left undone. */
async function whole({ call }: Place, name: string, given: unknown): Promise<void> {
  for (;;) {
    const { next, left } = await call<{ next: number | null; left: unknown[] }>(name, given)
    if (left.length > 0) throw new Error(`${name} left ${JSON.stringify(left)}`)
    if (next === null) return
  }
}
