import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localMessages } from '../../local/messages/messages.ts'
import { sample } from '../../local/sample/sample.ts'
import { openBrowser } from '../browser.ts'
import { openForm } from '../open-form.ts'
import { runningWorkbench } from '../road/running-workbench.ts'
import { prepared } from './prepared.ts'
import { writeAlbum } from './write-album.ts'

const OUT = join('dist', 'gallery')
const languages = ['en', 'zh-CN'] as const
/** The first gives the others tiers to show. */
const first = 'ScoreAndTier.html'
const others = (await readdir(join('dist', 'addon'))).filter((file) => file.endsWith('.html') && file !== first)

let browser: Browser
beforeAll(async () => {
  await mkdir(OUT, { recursive: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await writeAlbum(OUT)
})

/** On the sample workbook, in both languages: `Form.language.part-state.png`. */
describe.each(languages)('the forms in %s', (language) => {
  let bench: Awaited<ReturnType<typeof runningWorkbench>>
  beforeAll(async () => {
    const locale = language === 'en' ? 'en_US' : 'zh_CN'
    bench = await runningWorkbench(() => ({ ...sample({ language }), locale, timeZone: 'Etc/UTC' }), language)
  })
  afterAll(() => bench.close())

  test('Connect', async () => {
    await pictures('Surveys.html', 'Connect')
    await prepared(bench, language)
  })
  test.each([first, ...others])('%s', (file) => pictures(file, file.replace('.html', '')))

  /** The form as it opens, and each of its other parts; of each what its blue button brings, and the next one. */
  async function pictures(file: string, name: string): Promise<void> {
    const html = await readFile(join('dist', 'addon', file), 'utf8')
    for (const old of await readdir(OUT)) if (old.startsWith(`${name}.${language}.`)) await rm(join(OUT, old))
    let parts = ['']
    for (let at = 0; at < parts.length; at++) {
      await bench.select(localMessages(language).sample.tabs.customers, 4)
      const form = await openForm(browser, html, language, bench.call)
      if (at === 0) parts = ['', ...(await form.tabs()).slice(1)]
      const taken = async (state: number) => {
        await form.picture(join(OUT, `${name}.${language}.${at + 1}-${state}.png`))
        expect.soft(await form.faults(), `${name} ${parts[at]} ${state}`).toEqual([])
      }
      if (parts[at]) await form.press(parts[at] as string)
      await taken(1)
      const blue = await form.primary()
      if (await form.pressPrimary()) await taken(2)
      const next = await form.primary()
      if (((await form.asks()) || next !== blue) && (await form.pressPrimary())) await taken(3)
      await form.close()
    }
  }
})
