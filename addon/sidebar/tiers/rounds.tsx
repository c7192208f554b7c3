import { useRef, useState } from 'preact/hooks'
import type { RoundStart } from '../../tiering/start-round.ts'
import type { RoundsView } from '../../tiering/view-rounds.ts'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice, Progress } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { StopButton } from '../kit/tier-run.tsx'
import { useOnce } from '../kit/use-once.ts'
import { usePages } from '../kit/use-pages.ts'
import { Waiting } from '../kit/waiting.tsx'
import { OpenRound } from './open-round.tsx'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm

/** The round that is under way, or a way to begin one, and the earlier ones. */
export function Rounds({ standard, setup }: PartProps) {
  const { name } = standard
  const [view, setView] = useState<RoundsView>()
  const [said, setSaid] = useState('')
  const counted = useRef('')
  const pages = usePages<RoundStart>(
    (row) => server.startRound(name, row === 0 ? '' : counted.current),
    async (page) => {
      counted.current = page.round
      if (page.next === null) setView(await server.tierRounds(name, ''))
    },
  )
  const { busy, problem, run } = pages
  const load = (query: string) => run(async () => setView(await server.tierRounds(name, query)))
  useOnce(() => void load(''))
  if (!view) return <Waiting problem={problem} onAgain={() => load('')} />

  const { open, due } = view
  const earlier = view.rounds.filter(({ round }) => round !== open?.round)
  return (
    <>
      {!open && due && due.daysAgo >= 0 && <Notice kind="warn">{text.due({ standard: name, ...due })}</Notice>}
      {!open && due && due.daysAgo < 0 && <Notice>{text.nextIs(due.day)}</Notice>}
      {!open && <p class="soft">{text.roundWhy}</p>}
      {earlier.length > 0 && !open && <Earlier rounds={earlier} />}
      {open ? (
        <OpenRound
          {...{ view, open, setup, standard }}
          onSearch={load}
          onChange={setView}
          onOver={(told, next) => {
            setSaid(told)
            setView(next)
          }}
        />
      ) : (
        <Actions busy={busy} problem={problem} done={said} progress={<StartProgress {...pages} />}>
          <Button primary disabled={busy} onClick={pages.start}>
            {text.startRound}
          </Button>
          <StopButton run={pages} />
        </Actions>
      )}
    </>
  )
}

function StartProgress({ running, stopped, at }: Pick<ReturnType<typeof usePages>, 'running' | 'stopped' | 'at'>) {
  if (running) return at ? <Progress {...at} label={text.proposing} /> : <Progress label={messages.tierRun.reading} />
  return stopped ? <Notice kind="warn">{text.startStopped}</Notice> : null
}

function Earlier({ rounds }: { rounds: RoundsView['rounds'] }) {
  return (
    <Section title={text.earlierRounds} count={rounds.length} open>
      <List label={text.earlierRounds} items={rounds} keyOf={({ round }) => round}>
        {({ status, approvedBy: by, approvedAt: day, ...round }) => (
          <>
            <div>{text.roundLine({ ...round, status: messages.roundStates[status] })}</div>
            <div class="soft">{text.roundFacts(round)}</div>
            {day && <div class="soft">{text.approvedBy({ by, day })}</div>}
          </>
        )}
      </List>
    </Section>
  )
}
