import { describe, expect, test } from 'vitest'
import { en } from '../../../core/messages/en.ts'
import { zhCN } from '../../../core/messages/zh-cn.ts'
import { headerWords } from '../../../core/tabs/header-words.ts'
import { likelyKind } from '../../../core/tabs/likely-kind.ts'
import { teamTabs } from '../../../core/tabs/needed-fields.ts'
import { recognisedColumns } from '../../../core/tabs/recognised-columns.ts'
import { fieldsOf, type TabKind, tabFields } from '../../../core/tabs/tab-fields.ts'
import { exportedHeaders } from './exported-headers.ts'

const kinds = Object.keys(tabFields) as TabKind[]

function named(header: readonly string[], kind: TabKind): Record<string, string | undefined> {
  const found = Object.entries(recognisedColumns(header, kind)) as [string, number][]
  return Object.fromEntries(found.map(([field, position]) => [field, header[position]]))
}

describe('columns are recognised by their headers', () => {
  test.each(kinds)('every header that Tiersheet gives a tab of %s, in both languages, in any order', (kind) => {
    for (const { tabs } of [en, zhCN]) {
      const headers: Record<string, string> = tabs[kind].headers
      const header = Object.values(headers).reverse()
      expect(named(header, kind)).toEqual(headers)
    }
  })

  test.each(kinds)('no two fields of %s are called the same, and each has a word in both languages', (kind) => {
    for (const { tabs } of [en, zhCN]) {
      expect(Object.keys(tabs[kind].headers)).toEqual(fieldsOf(kind))
      expect(new Set(Object.values(tabs[kind].headers)).size).toBe(fieldsOf(kind).length)
    }
  })

  test.each(exportedHeaders)('an export of $name', ({ header, kind, expected }) => {
    expect(likelyKind(header)?.kind).toBe(kind)
    expect(named(header, kind)).toEqual(expected)
  })

  test('case, width, spaces and units in brackets do not count; a column holds one field', () => {
    expect(named(['ＣＵＳＴＯＭＥＲ－ＩＤ', 'order_date', 'Amount (USD)'], 'orders')).toEqual({
      customerId: 'ＣＵＳＴＯＭＥＲ－ＩＤ',
      orderDate: 'order_date',
      amount: 'Amount (USD)',
    })
    expect(named(['Name'], 'customers')).toEqual({ customer: 'Name' })
  })

  test('no synonym is listed twice for a field', () => {
    for (const [kind, fields] of Object.entries(headerWords)) {
      for (const [field, words] of Object.entries(fields as Record<string, string[]>)) {
        expect([kind, field, words]).toEqual([kind, field, [...new Set(words)]])
      }
    }
  })
})

describe('what kind of tab a header looks like', () => {
  test.each(teamTabs)('%s as Tiersheet makes it', (kind) => {
    for (const { tabs } of [en, zhCN]) expect(likelyKind(Object.values(tabs[kind].headers))?.kind).toBe(kind)
  })

  test.each([[['Question', 'Answer']], [['Name', 'Price']], [['']], [[]], [['Customer ID']]])(
    '%j looks like none',
    (header) => {
      expect(likelyKind(header)).toBeUndefined()
    },
  )

  test('survey answers are no customer file', () => {
    expect(likelyKind(['Customer ID', 'Date', 'Channel', 'NPS', 'Comment'])?.kind).not.toBe('customers')
  })
})
