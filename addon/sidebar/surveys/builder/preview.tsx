import { useState } from 'preact/hooks'
import { type Language, languages } from '../../../../core/messages/messages.ts'
import { draftParts } from '../../../../core/survey/draft/draft-parts.ts'
import type { Draft } from '../../../../core/survey/draft/draft-survey.ts'
import { messages } from '../../kit/language.ts'
import { Button, Notice, Select } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { language as own } from './use-draft.ts'

const text = messages.surveyBuilder

/** The survey's page as the respondent sees it on a phone, made by what will make it; it cannot be sent from here. */
export function Preview({ draft, isWrong }: { draft: Draft; isWrong: boolean }) {
  const [language, setLanguage] = useState<Language>(own)
  const [page, setPage] = useState<{ of: string; html: string }>()
  const { busy, problem, run } = useAction()
  const { title, questions } = draftParts(draft, own)
  const asked = { title, questions }
  const show = (language: Language) =>
    run(async () => {
      setPage({ of: JSON.stringify(asked), html: await server.previewSurvey({ ...asked, language }) })
    })
  return (
    <>
      <Select
        label={text.previewLanguage}
        value={language}
        options={languages.map((each) => [each, text.languages[each]] as const)}
        onChange={(chosen) => {
          setLanguage(chosen as Language)
          if (page && !isWrong) void show(chosen as Language)
        }}
      />
      {isWrong && <p class="soft">{text.previewWrong}</p>}
      <div class="actions">
        <Button disabled={busy || isWrong} onClick={() => show(language)}>
          {page ? text.refresh : messages.form.preview}
        </Button>
      </div>
      {busy && <p class="soft spin">{messages.form.loading}</p>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {page && (
        <div class={`phone ${page.of === JSON.stringify(asked) ? '' : 'old'}`}>
          <iframe title={text.previewTitle} sandbox="" srcdoc={page.html} />
        </div>
      )}
    </>
  )
}
