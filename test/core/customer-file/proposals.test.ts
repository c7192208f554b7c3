import { describe, expect, test } from 'vitest'
import { decodedText } from '../../../addon/sidebar/customer-file/decoded-text.ts'
import type { Column, CustomerTable } from '../../../core/customer-file/customer-table.ts'
import { mergeProposal, olderCustomer } from '../../../core/customer-file/merge-proposal.ts'
import { columnCounts, decidedCounts } from '../../../core/customer-file/plan-counts.ts'
import { proposedColumns } from '../../../core/customer-file/proposed-columns.ts'
import { proposedMatch } from '../../../core/customer-file/proposed-match.ts'

describe('the columns of an import go', () => {
  const propose = (header: string[], keys: string[] = [], closed: string[] = []) =>
    proposedColumns(header, keys, new Set(closed))

  test.each([
    [
      'as Zoho CRM names them',
      ['Record Id', 'Account Name', 'Account Owner', 'Phone', 'Industry', 'Billing City', 'Created Time', 'Fax'],
      ['customerId', 'customer', 'owner', 'phone', 'industry', 'city', 'created', undefined],
    ],
    [
      'as Fxiaoke names them',
      ['客户编号', '客户名称', '负责人', '电话', '邮件', '创建时间', '传真'],
      ['customerId', 'customer', 'owner', 'phone', 'email', 'created', undefined],
    ],
    [
      'as HubSpot names them',
      ['Record ID', 'Company name', 'Company owner', 'Phone Number', 'City', 'Industry', 'Create Date'],
      ['customerId', 'customer', 'owner', 'phone', 'city', 'industry', 'created'],
    ],
  ])('%s', (_, header, keys) => expect(propose(header)).toEqual(keys))

  test('to a column of the team’s own by its heading, and never to one that formulas fill', () => {
    expect(propose(['Fax no.', 'Score', ''], ['column:Fax No'], ['score'])).toEqual([
      'column:Fax No',
      undefined,
      undefined,
    ])
  })
})

const columns: Column[] = ['customerId', 'customer', 'email', 'phone', 'created', 'city'].map((key) => ({
  key,
  type: key === 'created' ? 'date' : 'text',
}))
const file: CustomerTable = {
  columns,
  rows: [
    ['C1', 'Acme', 'a@x.com', '', '2024-03-05', 'Rome'],
    ['C2', 'ACME Ltd', '', '020 7946 0958', '2023-01-01', 'Rome'],
    ['C3', '', '', '', '', ''],
  ],
}

test('customers are found by the key by which most rows have one, else by the one that most rows have', () => {
  const match = (rows: string[][]) => proposedMatch(file, { columns, rows, firstRow: 2 })
  expect(match([['C1', '', 'a@x.com', '']])).toBe('customerId')
  expect(match([['X1', '', 'A@x.com', '']])).toBe('email')
  expect(match([['', '', '', '+44 20 7946 0958']])).toBe('phone')
  expect(match([['', 'New', 'n@x.com', '']])).toBe('email')
})

test('of two customers the older stays, with its values where it has any', () => {
  expect(olderCustomer(file, 0, 1)).toBe(1)
  expect(olderCustomer(file, 2, 0)).toBe(0)
  expect(mergeProposal(file, 1, 0)).toEqual({
    values: [
      { key: 'customer', cells: ['ACME Ltd', 'Acme'], from: 0 },
      { key: 'email', cells: ['', 'a@x.com'], from: 1 },
      { key: 'phone', cells: ['020 7946 0958', ''], from: 0 },
      { key: 'created', cells: ['2023-01-01', '2024-03-05'], from: 0 },
    ],
    same: ['city'],
  })
})

test('cells to fill and to overwrite are counted by column, and as decided', () => {
  const cell = (key: string, before: string) => ({ key, before, after: 'new' })
  const plan = {
    added: [{ row: 2, id: 'C4', cells: {} }],
    changed: [
      { row: 3, id: 'C1', cells: [cell('city', 'Rome'), cell('phone', '')] },
      { row: 4, id: 'C2', cells: [cell('city', ' ')] },
    ],
    unchanged: [],
    rejected: [],
    left: [],
  }
  expect(columnCounts(plan)).toEqual([
    { key: 'city', fill: 1, overwrite: 1 },
    { key: 'phone', fill: 1, overwrite: 0 },
  ])
  const decided = { fill: new Set(['phone']), overwrite: new Set(['city', 'phone']) }
  expect(decidedCounts(plan, decided)).toEqual({ added: 1, fill: 1, overwrite: 1 })
})

describe('a CSV file is read as', () => {
  const bytes = (text: string, encoding: BufferEncoding) => new Uint8Array(Buffer.from(text, encoding))
  test.each([
    ['UTF-8', bytes('客户,电话', 'utf8')],
    ['UTF-8 with a mark', bytes('\ufeff客户,电话', 'utf8')],
    ['UTF-16 with a mark', bytes('\ufeff客户,电话', 'utf16le')],
    ['GB18030', new Uint8Array([0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0])],
  ])('%s', (_, given) => expect(decodedText(given)).toEqual({ text: '客户,电话' }))

  test('UTF-16 without a mark, by its zeros', () => {
    expect(decodedText(bytes('Name,Phone', 'utf16le'))).toEqual({ text: 'Name,Phone' })
  })
  test('Windows-1252, where bytes above ASCII stand alone', () => {
    expect(decodedText(bytes('Müller;Café Olé', 'latin1'))).toEqual({ text: 'Müller;Café Olé' })
  })
  test('nothing where it is no text, or in another encoding', () => {
    expect(decodedText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8]))).toBe('binary')
    expect(decodedText(new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa, 0xff, 0xff, 0xff]))).toBe('unknown')
  })
})
