import { describe, expect, test } from 'vitest'
import { emailKey } from '../../../core/customer-file/email-key.ts'
import { phoneKey } from '../../../core/customer-file/phone-key.ts'
import { samePhone } from '../../../core/customer-file/same-phone.ts'
import { idKey } from '../../../core/tabs/id-key.ts'

describe('a phone number is the same however it is written', () => {
  const CN = { national: '13800138000', country: '86' }
  const BEIJING = { national: '1065521234', country: '86' }
  const UK = { national: '2079460958', country: '44' }
  const US = { national: '4155552671', country: '1' }
  test.each([
    ['+86 138 0013 8000', CN],
    ['+86-13800138000', CN],
    ['(+86)138 0013 8000', CN],
    ['0086 13800138000', CN],
    ['008613800138000', CN],
    ['8613800138000', CN],
    ['86-138-0013-8000', CN],
    ['＋８６ １３８００１３８０００', CN],
    ['13800138000', { ...CN, country: '' }],
    ['138 0013 8000', { ...CN, country: '' }],
    ['013800138000', { ...CN, country: '' }],
    ['１３８００１３８０００', { ...CN, country: '' }],
    ['手机：13800138000（微信同号）', { ...CN, country: '' }],
    ['13800138000 张经理', { ...CN, country: '' }],
    ['13800138000/13900139000', { ...CN, country: '' }],
    ['13800138000、010-65521234', { ...CN, country: '' }],
    ['010-65521234', { ...BEIJING, country: '' }],
    ['(010) 6552 1234', { ...BEIJING, country: '' }],
    ['+86 (0)10 6552 1234', BEIJING],
    ['+86 10 6552–1234', BEIJING],
    ['86-10-65521234', BEIJING],
    ['010-65521234-802', { national: '1065521234x802', country: '' }],
    ['010-65521234转802', { national: '1065521234x802', country: '' }],
    ['010-65521234 分机 802', { national: '1065521234x802', country: '' }],
    ['400-800-8820', { national: '4008008820', country: '' }],
    ['+44 20 7946 0958', UK],
    ['+44 (0)20 7946 0958', UK],
    ['0044 20 7946 0958', UK],
    ['+4402079460958', UK],
    ['020 7946 0958', { ...UK, country: '' }],
    ['tel: 020 7946 0958', { ...UK, country: '' }],
    ['020 7946 0958 ext. 12', { national: '2079460958x12', country: '' }],
    ['+1 (415) 555-2671', US],
    ['1-415-555-2671', US],
    ['(415) 555-2671', { ...US, country: '' }],
    ['415.555.2671', { ...US, country: '' }],
    ['415-555-2671 x99', { national: '4155552671x99', country: '' }],
    ['+7 495 123-45-67', { national: '4951234567', country: '7' }],
    ['8 (495) 123-45-67', { national: '4951234567', country: '7' }],
    ['030/1234567', { national: '301234567', country: '' }],
    ['+49 30 1234567', { national: '301234567', country: '49' }],
    ['+852 2345 6789', { national: '23456789', country: '852' }],
  ])('%s', (text, key) => {
    expect(phoneKey(text)).toEqual(key)
  })

  test.each(['', '无', 'n/a', '-', '110', '12345', '00000000', '11111111111', '12345678', '1-800-FLOWERS', 'C0001'])(
    'no number: %s',
    (text) => expect(phoneKey(text)).toBeUndefined(),
  )

  test.each([
    ['+86 138 0013 8000', '138-0013-8000', true],
    ['+44 20 7946 0958', '(020) 7946 0958', true],
    ['+44 20 7946 0958', '+86 20 7946 0958', false],
    ['020 7946 0958', '020 7946 0959', false],
    ['010-65521234', '010-65521234-802', false],
  ])('%s and %s: %s', (a, b, same) => expect(samePhone(phoneKey(a)!, phoneKey(b)!)).toBe(same))
})

describe('an e-mail address', () => {
  test.each([
    ['Li@Example.com', 'li@example.com'],
    [' li@example.com ', 'li@example.com'],
    ['ｌｉ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'li@example.com'],
    ['Li Wei <li@example.com>', 'li@example.com'],
    ['mailto:li@example.com', 'li@example.com'],
    ['li@example.com; wang@example.com', 'li@example.com'],
    ['li@example.com.', 'li@example.com'],
    ['', undefined],
    ['none', undefined],
    ['li@localhost', undefined],
  ])('%s is %s', (text, key) => expect(emailKey(text)).toBe(key))
})

test('an id without case, spaces and width', () => {
  expect(['c0001', ' C 0001', 'Ｃ０００１'].map(idKey)).toEqual(['C0001', 'C0001', 'C0001'])
})
