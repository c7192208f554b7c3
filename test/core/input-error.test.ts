import { expect, test } from 'vitest'
import { errorText, InputError } from '../../core/input-error.ts'
import { zhCN } from '../../core/messages/zh-cn.ts'

test('an error says the same in English and in the language of the reader', () => {
  const error = new InputError('orderBlank', { heading: 'Customer ID' })
  expect(error).toMatchObject({ name: 'InputError', code: 'orderBlank', details: { heading: 'Customer ID' } })
  expect(String(error)).toBe('InputError: "Customer ID" is blank. Fill it in.')
  expect(errorText(error, zhCN)).toBe(zhCN.errors.orderBlank({ heading: 'Customer ID' }))
  expect(errorText(error, zhCN)).not.toBe(error.message)
})
