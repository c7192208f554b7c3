import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import type { Cell } from '../../../local/workbench/workbook.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

const tabs: Record<string, Cell[][]> = {
  Customers: [
    ['Customer ID', 'Name', 'Tier'],
    ['C1', 'Northwind', 'A'],
    ['C2', 'Kestrel', 'B'],
  ],
}

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
})
afterAll(() => backend.close())

describe.each(formLanguages('zh-CN'))('in %s', (language) => {
  const en = language === 'en'
  const word = (english: string, chinese: string) => (en ? english : chinese)

  test('a manager names an audience, sees who will see what, publishes it, and hands over a code that links a spreadsheet', async () => {
    const team = await sheetHarness({ tabs, backend, language, email: `${language}@example.com` })
    await team.call('connectWorkspace', 'Team', `connect-${language}`)
    await team.call('buildKpiSheet', { customers: 'Customers', orders: '', tiles: ['customers'], tables: ['tier'] })
    const form = await sheetForm(browser, team, 'Audiences', language)
    const { page } = form
    const button = (english: string, chinese: string) =>
      page.getByRole('button', { name: word(english, chinese), exact: true })
    const looks = async (step: string) => expect([step, await form.faults()]).toEqual([step, []])

    await page.getByLabel(word('Position, such as Sales managers', '岗位，例如销售经理')).fill('Sales')
    await form.pressPrimary()
    await page.locator('summary', { hasText: 'Sales' }).click()
    await button('Make a code', '生成代码').click()
    const code = await page.getByLabel(word('One-time code', '一次性代码')).inputValue()
    await looks('code')

    await form.press(word('Publish', '发布'))
    await page.locator('summary').first().click()
    await page.getByLabel(word('Customers, by tier', '客户数（按客户等级）')).check()
    await looks('choice')
    await form.pressPrimary()
    const shown = () => page.locator('main').textContent()
    expect(await shown()).toContain(word('Who will see this: nobody yet.', '谁会看到：目前没有人。'))
    expect(await page.getByRole('row').allInnerTexts()).toHaveLength(3)
    expect(await team.call('audienceSetup')).toMatchObject({ audiences: [{ kpis: [] }] })
    await looks('preview')
    await form.pressPrimary()
    expect(await shown()).toContain(word('Published.', '已发布。'))
    expect(await team.call('audienceSetup')).toMatchObject({
      audiences: [{ kpis: [{ kpi: 'customers', by: 'tier' }] }],
    })

    const sales = await sheetHarness({ backend, language, email: 'sam@example.com' })
    const other = await sheetForm(browser, sales, 'Audiences', language)
    const field = other.page.getByLabel(word('Code', '代码'), { exact: true })
    await field.fill('AAAA-AAAA-AAAA')
    await other.pressPrimary()
    expect(await other.page.getByRole('alert').textContent()).toContain(word('This code is not good', '此代码无效'))
    await field.fill(code)
    await other.pressPrimary()
    expect(await other.page.locator('main').textContent()).toContain('Sales')
    expect(await other.faults()).toEqual([])
    expect(sales.table(sales.tabNames()[1] as string).flat()).toEqual(expect.arrayContaining(['A', 'B']))
    await other.close()

    await form.press(word('Audiences', '共享对象'))
    await page.locator('summary', { hasText: 'Sales' }).click()
    await button('Unlink', '取消关联').click()
    await looks('unlink')
    await page.getByRole('alertdialog').getByRole('button').first().click()
    await form.settled()
    expect(await shown()).toContain(word('No spreadsheet is linked yet.', '尚未关联任何电子表格。'))
    await expect(sales.call('refreshKpiSheet')).rejects.toThrow(word('was ended', '已被结束'))
    await form.close()
  })

  test('a team sees which spreadsheets read its figures, renews its key and revokes that of a copy', async () => {
    const team = await sheetHarness({ tabs, backend, language, email: `keys-${language}@example.com` })
    await team.call('connectWorkspace', 'Keys', `keys-${language}`)
    const copy = await team.copySpreadsheet()
    await expect(copy.call('TS_COMPLAINTS')).rejects.toThrow(/a copy is connected anew|副本需要重新连接/)
    await copy.call('joinCopiedWorkspace', `join-${language}`)
    expect(await copy.call('TS_COMPLAINTS')).toBe(0)

    const form = await sheetForm(browser, team, 'Workspace', language)
    const { page } = form
    const title = word('Spreadsheets and keys', '电子表格与密钥')
    const part = page.locator('details', { hasText: title })
    const keys = part.getByRole('listitem')
    const ofCopy = keys.filter({ hasNotText: word('(this spreadsheet)', '（当前电子表格）') })
    const confirm = async () => {
      expect(await form.faults()).toEqual([])
      await page.getByRole('alertdialog').getByRole('button').first().click()
      await form.settled()
    }
    await part.locator('summary').click()
    await form.settled()
    expect(await keys.allInnerTexts()).toHaveLength(2)
    expect(await ofCopy.textContent()).toContain(word('Last used', '最近使用'))
    if (process.env.PICTURES) await form.picture(`${process.env.PICTURES}/keys-${language}.png`)

    await part.getByRole('button', { name: word("Renew this spreadsheet's key", '更换此电子表格的密钥') }).click()
    await confirm()
    expect(await keys.filter({ hasText: word('Renewed; still good until', '旧密钥在') }).count()).toBe(1)
    expect(await team.call('TS_COMPLAINTS')).toBe(0)
    if (process.env.PICTURES) await form.picture(`${process.env.PICTURES}/keys-renewed-${language}.png`)

    await ofCopy.getByRole('button').click()
    await confirm()
    expect(await ofCopy.count()).toBe(0)
    await expect(copy.call('TS_COMPLAINTS', 'OPEN', '', '', '', '', 'again')).rejects.toThrow(
      /not good any more|已失效/,
    )
    await copy.call('renewDocumentKey', `again-${language}`)
    expect(await copy.call('TS_COMPLAINTS', 'OPEN', '', '', '', '', 'anew')).toBe(0)
    expect(await copy.call('documentKeys')).toMatchObject({ isGood: true, mayChange: true })
    await form.close()
  })
})
