import { afterAll, expect, test } from 'vitest'
import { openScriptHost, type ScriptHost } from '../../../local/apps-script/script-host.ts'
import { evaluate, host } from './host.ts'
import { memoryWorkbook } from './memory-workbook.ts'

let shared: ScriptHost | undefined
afterAll(() => shared?.close())

test('onOpen makes a menu in the language of the person, without any other permission', async () => {
  const menus: unknown[] = []
  const script = await host(
    `function onOpen(e) {
      SpreadsheetApp.getUi().createAddonMenu()
        .addItem('Score ' + Session.getActiveUserLocale() + e.authMode, 'score')
        .addSeparator()
        .addSubMenu(SpreadsheetApp.getUi().createMenu('More').addItem('Help', 'help'))
        .addToUi()
    }`,
    { locale: () => 'zh-CN', ui: { menu: (items) => menus.push(items) } },
  )
  expect(await script.open()).toEqual({ ok: true, value: null })
  expect(menus).toEqual([
    [
      { caption: 'Score zh-CNNONE', run: 'score' },
      { separator: true },
      { caption: 'More', items: [{ caption: 'Help', run: 'help' }] },
    ],
  ])
})

test.each([
  ['PropertiesService.getScriptProperties().getProperty("a")', 'PropertiesService.getProperties'],
  ['SpreadsheetApp.getActive().getName()', 'SpreadsheetApp.getActive'],
  ['ScriptApp.getIdentityToken()', 'ScriptApp.getIdentityToken'],
])('onOpen may not call %s', async (call, named) => {
  const script = await host(`function onOpen() { ${call} }`)
  const refused = { ok: false, name: 'Exception', message: `You do not have permission to call ${named}.` }
  expect(await script.open()).toEqual(refused)
  const atLoad = await host(`${call}; function onOpen() {}`)
  expect(await atLoad.open()).toEqual(refused)
})

test.each([
  [
    'SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(1)',
    'You do not have permission to call setValues from a custom function.',
  ],
  [
    'SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue()',
    'Workbench: reading values within a custom function is not emulated',
  ],
  ['ScriptApp.getIdentityToken()', 'You do not have permission to call ScriptApp.getIdentityToken.'],
  ['Session.getActiveUserLocale()', 'You do not have permission to call Session.getActiveUserLocale.'],
  [
    'PropertiesService.getDocumentProperties().setProperty("a", "b")',
    'You do not have permission to call PropertiesService.setProperties.',
  ],
  ['SpreadsheetApp.getUi().alert("Hi")', 'You do not have permission to call Ui.alert.'],
])('a custom function may not call %s', async (call, sentence) => {
  shared ??= await openScriptHost({
    code: 'function F(body) { return new Function(body)() }',
    workbook: memoryWorkbook().call,
  })
  expect(await shared.callFunction('F', [call])).toEqual({ error: sentence })
})

test('a custom function may read the locale, properties and the cache', async () => {
  const script = await host(`
    function keep() { PropertiesService.getDocumentProperties().setProperty('key', 'k1') }
    function F() {
      var cache = CacheService.getDocumentCache()
      cache.put('a', '1')
      return [[SpreadsheetApp.getActive().getSpreadsheetLocale(), PropertiesService.getDocumentProperties().getProperty('key'), cache.get('a')]]
    }`)
  await script.run('keep')
  expect(await script.callFunction('F', [])).toEqual({ value: [['en_GB', 'k1', '1']] })
})

test('the person is the one that the identity token names', async () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const token = `${part({ alg: 'none' })}.${part({ sub: '42', email: 'ann@example.com' })}.x`
  const body = 'return [ScriptApp.getIdentityToken(), Session.getEffectiveUser().getEmail()]'
  expect(await evaluate(body, { identityToken: () => token })).toEqual([token, 'ann@example.com'])
  await expect(evaluate(body)).rejects.toThrow('Nobody is signed in.')
})
