import { useMemo } from 'preact/hooks'
import type { ComplaintPlan, WordPart } from '../../../core/complaint/import/complaint-plan.ts'
import { wordMeanings } from '../../../core/complaint/import/complaint-words.ts'
import { unknownWords } from '../../../core/complaint/import/unknown-words.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Select } from '../kit/parts.tsx'
import type { TabRows } from './prepared-complaints.ts'

const text = messages.complaintImport
const { states, kinds, severities } = messages.complaintForm
const names: Record<WordPart, Record<string, string>> = { status: states, kind: kinds, severity: severities }

/** More words than this are no words of a status, but the wrong column. */
const MOST = 30

/** Asks what words of status, kind and severity stand for that are not known. */
export function WordChoices(props: { read: TabRows; plan: ComplaintPlan; onPlan: (plan: ComplaintPlan) => void }) {
  const { read, plan } = props
  const words = useMemo(() => unknownWords(read.rows, plan), [read.rows, plan])
  if (words.length === 0) return null
  const mean = (part: WordPart, word: string, meaning: string) => {
    const { [word]: _, ...others } = plan.meant[part] ?? {}
    props.onPlan({ ...plan, meant: { ...plan.meant, [part]: meaning ? { ...others, [word]: meaning } : others } })
  }
  return (
    <Section title={text.words} count={words.length} open>
      <p class="soft">{text.wordsWhy}</p>
      {words.slice(0, MOST).map(({ part, word, text: written, rows }) => (
        <Select
          key={`${part} ${word}`}
          label={text.word({ part: text.parts[part], text: written, rows })}
          value={plan.meant[part]?.[word] ?? ''}
          options={[
            ['', text.noMeaning],
            ...wordMeanings[part].map((each) => [each, names[part][each] ?? each] as const),
          ]}
          onChange={(meaning) => mean(part, word, meaning)}
        />
      ))}
    </Section>
  )
}
