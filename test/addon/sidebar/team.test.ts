import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messagesFor } from '../../../core/messages/messages.ts'
import { type RunningBackend, startBackend } from '../../../local/backend.ts'
import { formLanguages } from '../../form-languages.ts'
import { sharedBrowser } from '../../shared-browser.ts'
import { sheetHarness } from '../sheet-harness.ts'
import { sheetForm } from './sheet-form.ts'

let browser: Browser
let backend: RunningBackend
beforeAll(async () => {
  ;[browser, backend] = await Promise.all([sharedBrowser(), startBackend({ dir: ':memory:', port: 0 })])
})
afterAll(() => backend.close())

describe.each(formLanguages('zh-CN'))('in %s', (language) => {
  const messages = messagesFor(language)
  const text = messages.team

  test('an admin invites somebody, who accepts in the spreadsheet, is changed and removed, and is told whom to ask', async () => {
    const boss = `Boss.${language}@example.com`
    const mei = `mei.${language}@example.com`
    /** The same spreadsheet as several people open it. */
    let who = boss
    const identityToken = () => backend.identityToken({ sub: who, email: who.toLowerCase(), name: who })
    const sheet = await sheetHarness({ backend: { url: backend.url, identityToken }, language })
    await sheet.call('connectWorkspace', 'North', `connect-${language}`)
    const opened = async (person: string, name = 'Team') => {
      who = person
      const form = await sheetForm(browser, sheet, name, language)
      const button = (name: string) => form.page.getByRole('button', { name, exact: true })
      const press = async (name: string) => {
        await button(name).first().click()
        await form.settled()
      }
      return { ...form, press, button, shown: () => form.page.locator('main').textContent() }
    }
    const looks = async (step: string, { faults, page }: Awaited<ReturnType<typeof sheetForm>>) => {
      expect([step, await faults()]).toEqual([step, []])
      const pictures = process.env.PICTURES
      if (pictures) await page.screenshot({ path: `${pictures}/team-${step}-${language}.png`, fullPage: true })
    }

    const admin = await opened(boss)
    expect(await admin.shown()).toContain(text.you(boss))
    expect(await admin.button(text.remove).count()).toBe(0)
    await admin.page.getByLabel(text.email).fill('mei')
    await admin.pressPrimary()
    expect(await admin.page.getByRole('alert').textContent()).toContain('mei@example.com')
    await admin.page.getByLabel(text.email).fill(mei.toUpperCase())
    await admin.page.getByLabel(text.role).selectOption('viewer')
    await admin.page.getByLabel(text.positions).fill('Planner, Deputy')
    await admin.pressPrimary()
    expect(await admin.shown()).toContain(mei.toUpperCase())
    expect(await admin.shown()).toContain(`${text.roles.viewer} · Planner · Deputy`)
    await looks('invited', admin)

    const stranger = await opened(`eve.${language}@example.com`)
    expect(await stranger.shown()).toContain(text.outside('North'))
    expect(await stranger.shown()).toContain(boss.toLowerCase())
    await looks('outside', stranger)
    await stranger.close()
    const toldOf = async (person: string, name: string, step: string) => {
      const form = await opened(person, name)
      const told = await form.page.locator('.notice').allTextContents()
      await looks(step, form)
      await form.close()
      return told.join()
    }
    expect(await toldOf(`eve.${language}@example.com`, 'Workspace', 'workspace-outside')).toContain(text.whomToAsk)
    expect(await toldOf(boss, 'Surveys', 'surveys-admin')).toBe('')

    const invited = await opened(mei)
    expect(await invited.shown()).toContain(boss)
    await looks('invitation', invited)
    await invited.press(text.accept)
    expect(await invited.shown()).toContain(text.joined('North'))
    expect(await invited.shown()).toContain(text.you(mei))
    expect(await invited.button(text.invite).count()).toBe(0)
    await looks('joined', invited)
    for (const name of ['Surveys', 'Complaints', 'ComplaintsImport', 'Workspace'])
      expect([name, await toldOf(mei, name, `${name}-viewer`)]).toEqual([
        name,
        expect.stringContaining(text.looksOnly('North')),
      ])

    who = boss
    await admin.close()
    const again = await opened(boss)
    const one = again.page.getByRole('listitem').filter({ hasText: mei })
    await one.getByRole('button', { name: text.change }).click()
    await one.getByLabel(text.role).selectOption('editor')
    await looks('change', again)
    await one.getByRole('button', { name: text.save }).click()
    await again.settled()
    expect(await one.textContent()).toContain(text.roles.editor)
    await again.page.locator('summary').click()
    await again.page.getByLabel(text.workspaceName).fill('South')
    await again.press(text.rename)
    expect(await sheet.call('currentConnection')).toMatchObject({ name: 'South' })
    await again.press(text.leave)
    await looks('leaving', again)
    await again.page.getByRole('alertdialog').getByRole('button').first().click()
    await again.settled()
    expect(await again.shown()).toContain(messages.errors.lastAdmin())
    await one.getByRole('button', { name: text.remove }).click()
    await looks('removal', again)
    await one.getByRole('alertdialog').getByRole('button').first().click()
    await again.settled()
    expect(await again.shown()).toContain(text.removed({ name: mei, openComplaints: 0 }))
    expect(await again.shown()).not.toContain(text.you(mei))

    who = mei
    await invited.close()
    const gone = await opened(mei)
    expect(await gone.shown()).toContain(text.outside('South'))
    await gone.close()
  })
})
