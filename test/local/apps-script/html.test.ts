import { expect, test } from 'vitest'
import { evaluate } from './host.ts'

const html = (name: string) =>
  name === 'form' ? '<p><?= name ?></p><?!= raw ?><? for (var i = 0; i < 2; i++) { ?>.<? } ?>' : undefined

test('a sidebar and a dialog show their HTML with title and size', async () => {
  const shown: unknown[] = []
  const ui = { sidebar: (what: unknown) => shown.push(what), dialog: (what: unknown) => shown.push(what) }
  const body = `var ui = SpreadsheetApp.getUi(), page = HtmlService.createHtmlOutput('<b>Hi</b>').setTitle('T').setWidth(300).setHeight(200)
    ui.showSidebar(page); ui.showModalDialog(page, 'D'); return page.getContent()`
  expect(await evaluate(body, { ui })).toBe('<b>Hi</b>')
  expect(shown).toEqual([
    { title: 'T', html: '<b>Hi</b>' },
    { title: 'D', html: '<b>Hi</b>', width: 300, height: 200 },
  ])
})

test('a template escapes what it prints, except where it is told not to', async () => {
  const body = `var page = HtmlService.createTemplateFromFile('form'); page.name = '<Ann & "Bo">'; page.raw = '<hr>'
    return page.evaluate().getContent()`
  expect(await evaluate(body, { html })).toBe('<p>&lt;Ann &amp; &quot;Bo&quot;&gt;</p><hr>..')
})

test('a file that the script does not have is named', async () => {
  await expect(evaluate("HtmlService.createHtmlOutputFromFile('none')", { html })).rejects.toThrow(
    'No HTML file named none was found.',
  )
})

test('alerts take a prompt, buttons and a title, and give the button', async () => {
  const asked: unknown[] = []
  const ui = {
    alert: async (what: unknown) => {
      asked.push(what)
      return 'NO' as const
    },
  }
  const body = `var ui = SpreadsheetApp.getUi(); ui.alert('a'); ui.alert('b', ui.ButtonSet.OK_CANCEL)
    return ui.alert('T', 'c', ui.ButtonSet.YES_NO) === ui.Button.NO`
  expect(await evaluate(body, { ui })).toBe(true)
  expect(asked).toEqual([
    { title: '', message: 'a', buttons: 'OK' },
    { title: '', message: 'b', buttons: 'OK_CANCEL' },
    { title: 'T', message: 'c', buttons: 'YES_NO' },
  ])
})
