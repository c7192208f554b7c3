import { expect, test } from 'vitest'
import { messagesFor } from '../../core/messages/messages.ts'
import { sheetHarness } from './sheet-harness.ts'

const en = messagesFor('en')
const zh = messagesFor('zh-CN')

test('menu, forms, errors and made tabs follow the language that the person chose, else their locale', async () => {
  const { call, shown, tabNames } = await sheetHarness({ language: 'en' })
  await call('onOpen')
  await call('showSurveys')
  expect(shown.menus.pop()).toContain(en.menu.Surveys)
  expect(shown.sidebars.pop()).toBe(en.menu.Surveys)
  expect(await call('languageChoice')).toBe('')

  await call('chooseLanguage', 'zh-CN')
  expect(shown.menus.pop()).toContain(zh.menu.Surveys)
  expect(shown.sidebars.pop()).toBe(zh.menu.Workspace)
  expect(await call('languageChoice')).toBe('zh-CN')
  await expect(call('refreshKpiSheet')).rejects.toThrow(zh.errors.noKpiSheet())
  await call('saveSetUp', [{ kind: 'customers', sheet: '', make: true, columns: {} }])
  expect(tabNames()).toContain(zh.tabs.customers.name)

  await call('chooseLanguage', 'en')
  await expect(call('refreshKpiSheet')).rejects.toThrow(en.errors.noKpiSheet())
  await call('saveSetUp', [{ kind: 'orders', sheet: '', make: true, columns: {} }])
  expect(tabNames()).toContain(en.tabs.orders.name)

  await call('chooseLanguage', '')
  expect(await call('languageChoice')).toBe('')
  await call('chooseLanguage', 'tlh')
  expect(await call('languageChoice')).toBe('')
})
