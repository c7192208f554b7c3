import { useState } from 'preact/hooks'
import type { Language } from '../../../core/messages/messages.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'

const text = messages.workspaceForm

/** The person's own language, for all of their spreadsheets; this form then opens anew in it. */
export function LanguageChoice() {
  const [chosen, setChosen] = useState<Language | ''>()
  const { problem, run } = useAction()
  useOnce(() => void run(async () => setChosen(await server.languageChoice())))
  const choose = (language: string) =>
    run(async () => {
      setChosen(language as Language | '')
      await server.chooseLanguage(language as Language | '')
    })
  if (chosen === undefined && !problem) return null
  return (
    <Section title={text.language} open>
      <Select
        label={text.languageOf}
        hint={text.languageHint}
        value={chosen ?? ''}
        options={[['', text.languageOfAccount], ...Object.entries(text.languages)]}
        onChange={choose}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
    </Section>
  )
}
