import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newIds } from '../../../core/tabs/new-ids.ts'

describe('ids for new rows', () => {
  test.each<[string[], string[]]>([
    [
      ['C0599', 'C0600', ''],
      ['C0601', 'C0602'],
    ],
    [
      ['C0600', 'C0599', 'X1'],
      ['C0601', 'C0602'],
    ],
    [['C9999'], ['C10000', 'C10001']],
    [
      ['117', '9'],
      ['118', '119'],
    ],
    [
      ['A-9', 'B-1', 'A-10'],
      ['A-11', 'A-12'],
    ],
    [
      ['C1', 'c2'],
      ['C3', 'C4'],
    ],
    [
      ['KH-009', 'KH-010', 'kh-011'],
      ['KH-012', 'KH-013'],
    ],
    [
      ['2024-I-7', '2024-I-09'],
      ['2024-I-10', '2024-I-11'],
    ],
    [
      ['I-1', '', 'note'],
      ['I-2', 'I-3'],
    ],
    [[], ['C0001', 'C0002']],
    [
      ['c0001 ', 'globex', 'acme'],
      ['C0002', 'C0003'],
    ],
    [
      ['3f2a-b', '9c1d-e', '77aa-c'],
      ['C0001', 'C0002'],
    ],
    [
      ['5550000000123456789', '5550000000123456790'],
      ['C0001', 'C0002'],
    ],
  ])('after %j come %j', (ids, next) => {
    const give = newIds(ids, 'C0001')
    expect([give(), give()]).toEqual(next)
  })

  test('are never one that is there, however it is written', () => {
    const id = fc
      .tuple(fc.constantFrom('I-', 'i-', 'Ｉ-', 'K', ''), fc.nat(20), fc.constantFrom('', ' '))
      .map((parts) => parts.join(''))
    const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()
    fc.assert(
      fc.property(fc.array(id), (ids) => {
        const give = newIds(ids, 'K1')
        const given = [give(), give(), give()]
        expect(new Set([...ids, ...given].map(plain)).size).toBe(new Set(ids.map(plain)).size + given.length)
      }),
    )
  })
})
