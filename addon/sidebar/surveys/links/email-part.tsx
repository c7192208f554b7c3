import { useEffect, useRef, useState } from 'preact/hooks'
import { type Language, languageOf, languages } from '../../../../core/messages/messages.ts'
import { surveyEmail } from '../../../../core/survey/links/survey-email.ts'
import { scaleOf } from '../../../../core/survey/question.ts'
import { textIn } from '../../../../core/survey/texts.ts'
import type { LinkSetup } from '../../../survey/link-setup.ts'
import type { Survey } from '../../../survey/surveys.ts'
import { messages } from '../../kit/language.ts'
import { Button, Select } from '../../kit/parts.tsx'

const text = messages.surveyLinks
const ownLanguage = languageOf(document.documentElement.lang)

/** An e-mail that asks the first question, to be copied into whatever sends it. */
export function EmailPart({ survey, setup }: { survey: Survey; setup: LinkSetup }) {
  const asked = setup.questions.filter((question) => scaleOf(question) && !question.showIf)
  const [id, setId] = useState(asked[0]?.id ?? '')
  const [language, setLanguage] = useState<Language>(ownLanguage)
  const [to, setTo] = useState<'open' | 'column'>('open')
  const [copied, setCopied] = useState<'email' | 'html'>()
  const shown = useRef<HTMLDivElement>(null)
  const question = asked.find((each) => each.id === id)
  const column = setup.customers?.column
  const link = to === 'column' ? `{{${column}}}` : survey.link
  const html = question ? surveyEmail({ title: setup.title, question, link, language }) : ''
  useEffect(() => {
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    shown.current?.replaceChildren(...parsed.body.childNodes)
  }, [html])
  if (!question) return <p class="soft">{text.noQuestion}</p>

  const copy = (as: 'email' | 'html') => {
    const selection = getSelection()
    selection?.selectAllChildren(shown.current as Node)
    const fill = (event: ClipboardEvent) => {
      if (as === 'email') event.clipboardData?.setData('text/html', html)
      event.clipboardData?.setData('text/plain', as === 'html' ? html : (shown.current?.textContent ?? ''))
      event.preventDefault()
    }
    document.addEventListener('copy', fill, { once: true })
    setCopied(document.execCommand('copy') ? as : undefined)
    document.removeEventListener('copy', fill)
    selection?.removeAllRanges()
  }
  return (
    <>
      <p class="soft">{text.emailWhy}</p>
      <Select
        label={text.question}
        value={id}
        options={asked.map((each) => [each.id, textIn(each.title, ownLanguage)] as const)}
        onChange={setId}
      />
      <Select
        label={text.language}
        value={language}
        options={languages.map((each) => [each, text.languageNames[each]] as const)}
        onChange={(value) => setLanguage(value as Language)}
      />
      {column !== undefined && (
        <Select
          label={text.linkIn}
          value={to}
          options={[
            ['open', text.linkOpen],
            ['column', text.linkColumn(column)],
          ]}
          hint={to === 'column' ? text.linkColumnHint : undefined}
          onChange={(value) => setTo(value as typeof to)}
        />
      )}
      <div ref={shown} class="email" />
      <div class="actions">
        <Button onClick={() => copy('email')}>{copied === 'email' ? messages.form.copied : text.copyEmail}</Button>
        <Button onClick={() => copy('html')}>{copied === 'html' ? messages.form.copied : text.copyHtml}</Button>
      </div>
    </>
  )
}
