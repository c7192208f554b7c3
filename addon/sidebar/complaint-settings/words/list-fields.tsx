import { useState } from 'preact/hooks'
import { messages } from '../../kit/language.ts'
import { Button, Notice, TextField } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { typedLines, type WordsDraft } from './words-draft.ts'

const text = messages.complaintSettings.words

type Props = { words: WordsDraft; onChange: (part: Partial<WordsDraft>) => void; readOnly: boolean }

/** What people choose from; the categories that complaints have already are added at once. */
export function ListFields({ words, onChange, readOnly }: Props) {
  const { busy, problem, run } = useAction()
  const [done, setDone] = useState('')
  const takeOver = () =>
    run(async () => {
      setDone('')
      const { metrics } = await server.complaintReport({ by: 'category', from: '', to: '' })
      const used = Object.values(metrics).flatMap((rows) => rows.map(({ value }) => value))
      const known = typedLines(words.categories)
      const categories = typedLines([...known, ...used].join('\n'))
      onChange({ categories: categories.join('\n') })
      setDone(text.categoriesAdded(categories.length - known.length))
    })
  return (
    <>
      <TextField
        label={text.categories}
        long
        value={words.categories}
        hint={text.linesHint}
        onChange={(categories) => onChange({ categories })}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && <Notice kind="good">{done}</Notice>}
      {!readOnly && (
        <div class="actions">
          <Button disabled={busy} onClick={takeOver}>
            {text.fromComplaints}
          </Button>
        </div>
      )}
      <TextField
        label={text.rootCauses}
        long
        value={words.rootCauses}
        hint={text.linesHint}
        onChange={(rootCauses) => onChange({ rootCauses })}
      />
    </>
  )
}
