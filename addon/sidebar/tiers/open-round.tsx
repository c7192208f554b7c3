import { useState } from 'preact/hooks'
import type { RoundsView, ShownRound } from '../../tiering/view-rounds.ts'
import { Confirm } from '../kit/confirm.tsx'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Steps } from '../kit/steps.tsx'
import { useAction } from '../kit/use-action.ts'
import { AddException } from './add-exception.tsx'
import { ProposalItem } from './proposal-item.tsx'
import { SearchField } from './search-field.tsx'
import { dayAfter } from './shown.ts'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm
const QUARTER = 91

type Props = PartProps & {
  view: RoundsView
  open: ShownRound
  onSearch: (query: string) => Promise<void>
  onChange: (view: RoundsView) => void
  /** The round was published or cancelled: what to say, and what there is now. */
  onOver: (said: string, view: RoundsView) => void
}

/** A round under way: its proposals with their exceptions, then approval, then publication. */
export function OpenRound({ standard, setup, view, open, onSearch, onChange, onOver }: Props) {
  const { round, status } = open
  const [next, setNext] = useState(dayAfter(setup.today, QUARTER))
  const [asking, setAsking] = useState<'publish' | 'cancel'>()
  const { busy, problem, run } = useAction()
  const isApproved = status === 'approved'
  const reload = () => run(async () => onChange(await server.tierRounds(standard.name, '')))
  const approve = () => run(async () => onChange(await server.approveRound(standard.name, round)))
  const end = (work: () => Promise<string>) =>
    run(async () => {
      const said = await work()
      onOver(said, await server.tierRounds(standard.name, ''))
    })
  const { counts, proposals, found, foreign } = view
  const publish = () => end(async () => text.published(await server.publishRound(round, next, foreign.length > 0)))
  const publishAsk = [
    text.publishAsk({ round, movers: counts.movers }),
    ...foreign.map(messages.scoreForm.overwrite),
  ].join('\n')
  const cancel = () =>
    end(async () => {
      await server.cancelRound(standard.name, round)
      return ''
    })
  return (
    <>
      <Steps label={text.roundSteps} steps={text.steps} at={isApproved ? 2 : 1} />
      <div>
        <div>{text.roundLine({ round, status: messages.roundStates[status] })}</div>
        <div class="soft">{text.roundFacts(open)}</div>
      </div>
      {isApproved && <p class="soft">{text.approvedBy({ by: open.approvedBy, day: open.approvedAt })}</p>}
      <Notice>{counts.total > 0 ? text.proposalCounts(counts) : text.nobodyMoves}</Notice>
      {counts.withoutReason > 0 && <Notice kind="warn">{text.withoutReason(counts.withoutReason)}</Notice>}
      <SearchField onSearch={onSearch} />
      <List label={text.parts.rounds} items={proposals} keyOf={({ customerId }) => customerId}>
        {(proposal) => <ProposalItem proposal={proposal} round={round} tiers={standard.tiers} onSaved={reload} />}
      </List>
      {proposals.length < found && <p class="soft">{text.shownOf({ shown: proposals.length, total: found })}</p>}
      <Section title={text.exceptionAdd}>
        <AddException round={round} tiers={standard.tiers} onSaved={reload} />
      </Section>
      {isApproved && (
        <DateField
          label={text.nextRound}
          hint={text.nextRoundHint}
          value={next}
          min={dayAfter(setup.today, 1)}
          onChange={setNext}
        />
      )}
      <Actions busy={busy} problem={problem}>
        {asking ? (
          <Confirm
            question={asking === 'publish' ? publishAsk : text.cancelAsk(round)}
            yes={asking === 'publish' ? text.publish : text.cancelRound}
            busy={busy}
            onYes={() => void (asking === 'publish' ? publish() : cancel())}
            onNo={() => setAsking(undefined)}
          />
        ) : (
          <>
            {isApproved ? (
              <Button primary disabled={busy} onClick={() => setAsking('publish')}>
                {text.publish}
              </Button>
            ) : (
              <Button primary disabled={busy} onClick={approve}>
                {text.approve(setup.me)}
              </Button>
            )}
            <Button disabled={busy} onClick={() => setAsking('cancel')}>
              {text.cancelRound}
            </Button>
          </>
        )}
      </Actions>
    </>
  )
}
