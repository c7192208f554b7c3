import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import type { News } from './use-draft.ts'

const text = messages.surveyBuilder

/** What loading or saving brought that the person should know. */
export function BuilderNews({ news, onTheirs }: { news: News | undefined; onTheirs: () => void }) {
  if (!news || news.kind === 'saved') return null
  if (news.kind !== 'conflict') return <Notice>{text[news.kind]}</Notice>
  return (
    <>
      <Notice kind="warn">{text.conflict(news.parts.map((part) => text.conflictParts[part]))}</Notice>
      <div class="actions">
        <Button onClick={onTheirs}>{text.takeTheirs}</Button>
      </div>
    </>
  )
}
