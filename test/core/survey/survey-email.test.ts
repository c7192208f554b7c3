import { expect, test } from 'vitest'
import { languageColumn, linkLanguage } from '../../../core/survey/links/link-language.ts'
import { surveyEmail } from '../../../core/survey/links/survey-email.ts'

const nps = {
  id: 'nps',
  type: 'nps' as const,
  title: { en: 'Recommend <us> & "them"?', 'zh-CN': '推荐吗？' },
  required: true,
}
const link = 'https://api.example.com/s/ws.secret'

test('each answer is a plain link to the page that chooses it', () => {
  const html = surveyEmail({ title: 'Spring', question: nps, link, language: 'en' })
  expect(html.match(/<a [^>]*>\d+<\/a>/g)).toHaveLength(11)
  expect(html).toContain(`href="${link}?a.nps=0&amp;lang=en"`)
  expect(html).toContain('Recommend &lt;us&gt; &amp; &quot;them&quot;?')
  expect(html).toContain('0: Not at all likely; 10: Extremely likely')
  expect(html).not.toMatch(/<img|<script|src=|url\(|<style|<form/)
})

test('it speaks the language asked for, and has the points of its question', () => {
  const csat = { id: 's', type: 'csat' as const, title: 'Satisfied?', required: false }
  const html = surveyEmail({
    title: { en: 'Spring', 'zh-CN': '春季' },
    question: csat,
    link: '{{Link "A"}}',
    language: 'zh-CN',
  })
  expect(html).toContain('<div lang="zh-CN"')
  expect(html).toContain('<b>春季</b>')
  expect(html.match(/<a [^>]*>[1-5]<\/a>/g)).toHaveLength(5)
  expect(html).toContain('href="{{Link &quot;A&quot;}}?a.s=1&amp;lang=zh-CN"')
})

test.each([
  ['zh-CN', 'zh-CN'],
  [' 中文 ', 'zh-CN'],
  ['Chinese', 'zh-CN'],
  ['zh_TW', 'zh-CN'],
  ['汉语', 'zh-CN'],
  ['EN', 'en'],
  ['English (UK)', 'en'],
  ['英语', 'en'],
  ['German', undefined],
  ['', undefined],
])('the language of "%s" is %s', (cell, language) => {
  expect(linkLanguage(cell)).toBe(language)
})

test('the column of languages is found by its heading', () => {
  expect(languageColumn(['Name', 'Preferred language'])).toBe(1)
  expect(languageColumn(['客户名称', '语言'])).toBe(1)
  expect(languageColumn(['Name', 'Slang'])).toBe(-1)
})
