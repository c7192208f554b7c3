import type { Stage } from '../stage.ts'
import { hardSheet } from './hard-rows.ts'

const line = {
  en: 'The Tiersheet service cannot be reached. Nothing was lost; try again in a minute.',
  'zh-CN': '无法连接Tiersheet服务。数据没有丢失，请一分钟后重试。',
}

/** What a form shows where its first call fails, where what it is told breaks it, and while it waits. */
export const failingStates = {
  async Failing({ open, language }: Stage) {
    const form = await open('Tiers', {
      call: async () => {
        throw new Error(line[language])
      },
    })
    await form.see('1-again')
    await form.close()
  },
  async Broken({ open }: Stage) {
    const form = await open('EntryStandard', { call: async () => ({}) as never })
    await form.see('1-broken', /undefined|in English/)
    await form.close()
  },
  async Loading({ open, language, text }: Stage) {
    const sheet = await hardSheet(language, 3)
    const form = await open('EntryStandard', sheet)
    await form.press(text.entryForm.parts.check)
    form.hold('checkEntries')
    await form.push(text.entryForm.check)
    await form.page.getByText(text.entryForm.checking).waitFor()
    await form.see('1-busy')
    form.release()
    await form.close()
  },
}
