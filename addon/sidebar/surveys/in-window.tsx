import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'

/** What stands in the sidebar while the survey is edited in the wider window. */
export function InWindow({ onBack }: { onBack: () => void }) {
  return (
    <Empty title={messages.surveyBuilder.inWindow}>
      <Button primary onClick={onBack}>
        {messages.surveyBuilder.goOn}
      </Button>
    </Empty>
  )
}
