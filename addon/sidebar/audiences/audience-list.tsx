import type { Audience } from '../../audience/audiences.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { audienceName } from './audience-name.ts'
import { NewAudience } from './new-audience.tsx'
import { OneAudience } from './one-audience.tsx'

const text = messages.audiences

/** The audiences with their spreadsheets, and one more. */
export function AudienceList({ audiences, onChanged }: { audiences: Audience[]; onChanged: () => void }) {
  return (
    <>
      {audiences.length === 0 ? (
        <Empty title={text.none} />
      ) : (
        <List label={text.title} items={audiences} keyOf={({ audienceId }) => audienceId} textOf={audienceName}>
          {(audience) => <OneAudience audience={audience} onChanged={onChanged} />}
        </List>
      )}
      <NewAudience onAdded={onChanged} />
    </>
  )
}
