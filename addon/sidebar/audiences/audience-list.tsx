import type { Audience, KnownNames } from '../../audience/audiences.ts'
import { messages } from '../kit/language.ts'
import { Empty } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { audienceName } from './audience-name.ts'
import { NewAudience } from './new-audience.tsx'
import { OneAudience } from './one-audience.tsx'

const text = messages.audiences

type Props = { audiences: Audience[]; known: KnownNames; onChanged: () => void }

/** The audiences with their spreadsheets, and one more. */
export function AudienceList({ audiences, known, onChanged }: Props) {
  return (
    <>
      {audiences.length === 0 ? (
        <Empty title={text.none} />
      ) : (
        <List label={text.title} items={audiences} keyOf={({ audienceId }) => audienceId} textOf={audienceName}>
          {(audience) => <OneAudience audience={audience} onChanged={onChanged} />}
        </List>
      )}
      <NewAudience known={known} onAdded={onChanged} />
    </>
  )
}
