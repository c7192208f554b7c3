import { columnLetters } from '../../../../addon/sheet/column-letters.ts'
import type { EntryRule, EntryRules } from '../../../../core/entry-standard/entry-rule.ts'
import type { Subject } from '../moved-tabs.ts'
import type { Place } from '../place.ts'
import { setUp, tabs } from '../workbook.ts'

const rule = (field: string, more: Partial<EntryRule> = {}): EntryRule => {
  return { field, required: true, format: '', allowed: [], ...more }
}
const first = [
  rule('city'),
  rule('phone', { format: 'phone' }),
  rule('email', { format: 'email' }),
  rule('source', { required: false, format: 'list', allowed: ['Web', 'Fair'] }),
  rule('industry'),
]
const second = [
  ...first.slice(0, 2),
  rule('source', { format: 'list', allowed: ['Web', 'Fair'] }),
  rule('industry'),
  rule('nextContact', { format: 'date' }),
]

/** Rules as data validation and notes, and the completeness that they ask for. */
export const entryStandard: Subject = {
  name: 'Entry standard',
  file: 'entry-standard',
  tabs,
  ready: setUp,
  actions: [
    {
      name: 'rules are applied',
      calls: ['applyEntryStandard'],
      writes: {
        Customers: [
          ...['E-mail', 'E-mail (note)', 'Phone', 'Phone (note)', 'Source', 'Source (note)'],
          ...['City (note)', 'Industry (note)'],
        ],
      },
      run: (place) => applyRules(place, { rules: first, strict: false }, 0),
    },
    {
      name: 'completeness is written',
      calls: ['writeCompleteness'],
      writes: { Customers: ['Completeness'] },
      run: ({ call }) => call('writeCompleteness'),
    },
    {
      name: 'other rules, so that some columns are free again',
      calls: ['applyEntryStandard'],
      writes: {
        Customers: [
          'E-mail',
          'E-mail (note)',
          'Next contact',
          'Next contact (note)',
          'Phone',
          'Source',
          'Source (note)',
        ],
      },
      run: (place) => applyRules(place, { rules: second, strict: true }, 1),
    },
    {
      name: 'completeness is written again',
      calls: ['writeCompleteness'],
      writes: { Customers: ['Completeness'] },
      run: ({ call }) => call('writeCompleteness'),
    },
  ],
}

/** The rule of a phone number is a formula, which must look at the cells that it stands on. */
async function applyRules(place: Place, rules: EntryRules, version: number): Promise<void> {
  await place.call('applyEntryStandard', rules, version)
  const column = place.columnOf('Customers', 'Phone')
  const placed = place.tab('Customers').rules.find((each) => each.column === column)
  const cell = `(${columnLetters(column)}2&`
  if (!JSON.stringify(placed?.rule).includes(cell)) throw new Error(`${JSON.stringify(placed)} is not about ${cell}`)
}
