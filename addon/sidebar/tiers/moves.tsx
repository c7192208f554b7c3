import { useState } from 'preact/hooks'
import type { TierStories } from '../../tiering/tier-stories.ts'
import { messages } from '../kit/language.ts'
import { Empty, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { Movement } from './movement.tsx'
import { SearchField } from './search-field.tsx'
import { Story } from './story.tsx'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm

/** Every move of tier with its dated causes, run by run or by customer; and how many went where between two days. */
export function Moves({ standard, setup }: PartProps) {
  const [told, setTold] = useState<TierStories>()
  const { busy, problem, run } = useAction()
  const load = (of: string, query: string) =>
    run(async () => setTold(await server.tierStories(standard.name, of, query)))
  useOnce(() => void load('', ''))
  if (!told) return <Waiting problem={problem} onAgain={() => load('', '')} />
  if (told.runs.length === 0) return <Empty title={text.noMoves} />

  const { runs, stories, total } = told
  return (
    <>
      <SearchField onSearch={(query) => load(told.run, query)} />
      <Select
        label={text.run}
        value={told.run}
        options={runs.map((one) => [one.run, text.runOption(one)] as const)}
        onChange={(of) => load(of, '')}
      />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {told.complaints === 'away' && <Notice kind="warn">{text.storiesAway}</Notice>}
      <div class="stack" aria-busy={busy}>
        <List
          label={text.parts.moves}
          items={stories}
          keyOf={(story) => `${story.customerId} ${story.day} ${story.to}`}
        >
          {(story) => <Story story={story} today={setup.today} />}
        </List>
        {stories.length < total && <p class="soft">{text.shownOf({ shown: stories.length, total })}</p>}
      </div>
      <Section title={text.movement}>
        <Movement standard={standard.name} today={setup.today} />
      </Section>
    </>
  )
}
