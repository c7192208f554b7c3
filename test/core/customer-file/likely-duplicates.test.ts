import { describe, expect, test } from 'vitest'
import { likelyDuplicates } from '../../../core/customer-file/likely-duplicates.ts'

type Row = [id: string, name: string, email?: string, phone?: string]
const never = () => false

function groups(rows: Row[], apart: (a: string, b: string) => boolean = never) {
  const customers = rows.map(([id, name, email = '', phone = '']) => ({ id, name, email, phone }))
  return likelyDuplicates(customers, apart).groups.map(({ customers: at, pairs }) => ({
    ids: at.map((row) => rows[row]![0]),
    why: pairs.map(({ reasons }) =>
      reasons
        .map((r) => (r.kind === 'name' ? `name ${Math.round(r.likeness * 100)}${r.but ? ` ${r.but}` : ''}` : r.kind))
        .join('+'),
    ),
  }))
}

describe('likely one customer', () => {
  const cases: [title: string, rows: Row[], ids: string[], why: string[]][] = [
    [
      'the same e-mail',
      [
        ['C1', 'Ann', 'Ann@x.com'],
        ['C2', 'Bob', 'ann@X.com '],
      ],
      ['C1', 'C2'],
      ['email'],
    ],
    [
      'the same phone',
      [
        ['C1', 'A', '', '+86 138 0013 8000'],
        ['C2', 'B', '', '138-0013-8000'],
      ],
      ['C1', 'C2'],
      ['phone'],
    ],
    [
      'the same id but for case and space',
      [
        ['C1', 'A'],
        ['c 1', 'B'],
      ],
      ['C1', 'c 1'],
      ['id'],
    ],
    [
      'a form of company',
      [
        ['C1', 'Müller GmbH'],
        ['C2', 'Mueller GmbH & Co. KG'],
      ],
      ['C1', 'C2'],
      ['name 98 form'],
    ],
    [
      'a group, which is less alike',
      [
        ['C1', 'Acme Trading Ltd'],
        ['C2', 'ACME Trading Group'],
      ],
      ['C1', 'C2'],
      ['name 90 group'],
    ],
    [
      'a group in Chinese, which is less alike',
      [
        ['C1', '海尔有限公司'],
        ['C2', '海尔集团'],
      ],
      ['C1', 'C2'],
      ['name 90 group'],
    ],
    [
      'a form written short and long',
      [
        ['C1', 'Acme Co., Limited'],
        ['C2', 'The ACME Company Ltd.'],
      ],
      ['C1', 'C2'],
      ['name 100'],
    ],
    [
      'a form written short and long in Chinese',
      [
        ['C1', '华为技术有限责任公司'],
        ['C2', '华为技术 有限公司'],
      ],
      ['C1', 'C2'],
      ['name 100'],
    ],
    [
      'a form of company in Chinese',
      [
        ['C1', '华为技术有限公司'],
        ['C2', '华为技术（中国）'],
      ],
      ['C1', 'C2'],
      ['name 98 form'],
    ],
    [
      'a slip of the pen',
      [
        ['C1', 'Northwind Foods'],
        ['C2', 'Norhtwind Foods Ltd'],
      ],
      ['C1', 'C2'],
      ['name 93 form'],
    ],
    [
      'several reasons',
      [
        ['C1', 'Acme', 'a@x.com', '415-555-2671'],
        ['C2', 'ACME Inc', 'a@x.com', '+1 415 555 2671'],
      ],
      ['C1', 'C2'],
      ['email+phone+name 98 form'],
    ],
    [
      'three through two pairs',
      [
        ['C1', 'A', 'a@x.com'],
        ['C2', 'B', 'a@x.com', '415-555-2671'],
        ['C3', 'D', '', '415-555-2671'],
      ],
      ['C1', 'C2', 'C3'],
      ['email', 'phone'],
    ],
    [
      'one company, two contacts',
      [
        ['C1', 'Acme Trading Ltd', 'a@x.com', '415-555-2671'],
        ['C2', 'Acme Trading', 'b@x.com', '415-555-2672'],
      ],
      ['C1', 'C2'],
      ['name 98 form'],
    ],
    [
      'a person whose phone changed, the e-mail not',
      [
        ['C1', '王伟', 'w@x.com', '13800138000'],
        ['C2', '王伟', 'w@x.com', '13900139000'],
      ],
      ['C1', 'C2'],
      ['email+name 100'],
    ],
  ]
  test.each(cases)('%s', (_, rows, ids, why) => expect(groups(rows)).toEqual([{ ids, why }]))
})

describe('but not', () => {
  const cases: [title: string, rows: Row[]][] = [
    [
      'companies of two cities',
      [
        ['C1', '北京华联有限公司'],
        ['C2', '上海华联有限公司'],
      ],
    ],
    [
      'two people of one common name',
      [
        ['C1', '王伟', '', '13800138000'],
        ['C2', '王伟', '', '13900139000'],
      ],
    ],
    [
      'people nearly of one name with different addresses',
      [
        ['C1', 'Jon Bennett', 'jon@x.com'],
        ['C2', 'John Bennett', 'john@y.com'],
      ],
    ],
    [
      'companies nearly of one name with different phones',
      [
        ['C1', 'Northwind Foods Ltd', '', '415-555-2671'],
        ['C2', 'Norhtwind Foods Ltd', '', '415-555-2672'],
      ],
    ],
    [
      'a company and the group of its name with other contacts',
      [
        ['C1', 'Acme Ltd', 'a@x.com', '415-555-2671'],
        ['C2', 'Acme Holdings', 'b@y.com', '415-555-2672'],
      ],
    ],
    [
      'a company and the group of its name in Chinese with other contacts',
      [
        ['C1', '海尔有限公司', '', '0532-88931111'],
        ['C2', '海尔集团', '', '0532-88932222'],
      ],
    ],
    [
      'one number in two countries',
      [
        ['C1', 'A', '', '+44 20 7946 0958'],
        ['C2', 'B', '', '+86 20 7946 0958'],
      ],
    ],
    [
      'blank names, phones and e-mails',
      [
        ['C1', ''],
        ['C2', ''],
      ],
    ],
    [
      'placeholders',
      [
        ['C1', 'A', 'none', '00000000'],
        ['C2', 'B', 'none', '00000000'],
      ],
    ],
  ]
  test.each(cases)('%s', (_, rows) => expect(groups(rows)).toEqual([]))
})

test('a value that many share is no sign, and is named', () => {
  const rows = Array.from({ length: 11 }, (_, at) => ({
    id: `C${at}`,
    name: `N${at}`,
    email: '',
    phone: '400-800-8820',
  }))
  expect(likelyDuplicates(rows, never)).toEqual({
    groups: [],
    shared: [{ kind: 'phone', value: '4008008820', customers: 11 }],
  })
})

test('what a person said is no duplicate is not shown again', () => {
  const rows: Row[] = [
    ['C1', 'Acme'],
    ['C2', 'Acme Ltd'],
    ['C3', 'Acme Inc'],
  ]
  expect(groups(rows, (a, b) => a === 'C1' || b === 'C1')).toEqual([{ ids: ['C2', 'C3'], why: ['name 98 form'] }])
})

test('the surest group comes first, whatever the order of the rows', () => {
  const rows: Row[] = [
    ['C1', 'Northwind Foods'],
    ['C2', 'Norhtwind Foods'],
    ['C3', 'Ann', 'ann@x.com'],
    ['C4', 'Anne', 'ann@x.com'],
  ]
  const ids = (list: Row[]) => groups(list).map((group) => [...group.ids].sort())
  expect(ids(rows)).toEqual([
    ['C3', 'C4'],
    ['C1', 'C2'],
  ])
  expect(ids([...rows].reverse())).toEqual(ids(rows))
})
