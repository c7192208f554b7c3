import { useState } from 'preact/hooks'
import type { TierRun } from '../../tiering/record-tiers.ts'
import type { RoundsView, ShownRound } from '../../tiering/view-rounds.ts'
import { Confirm } from '../kit/confirm.tsx'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Steps } from '../kit/steps.tsx'
import { StopButton, TierRunProgress } from '../kit/tier-run.tsx'
import { usePages } from '../kit/use-pages.ts'
import { AddException } from './add-exception.tsx'
import { ProposalItem } from './proposal-item.tsx'
import { SearchField } from './search-field.tsx'
import { dayAfter } from './shown.ts'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm
const QUARTER = 91
const MOST_NAMED = 5

type Props = Omit<PartProps, 'onPart'> & {
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
  const pages = usePages<TierRun>(
    () => server.publishRound(round, next, foreign.length > 0).catch(tellCutShort),
    async (page) => {
      if (page.next === null) onOver(text.published(page), await server.tierRounds(standard.name, ''))
    },
  )
  const { busy, problem, run } = pages
  const isApproved = status === 'approved'
  const reload = () => run(async () => onChange(await server.tierRounds(standard.name, '')))
  const approve = () =>
    run(async () => {
      await server.approveRound(round)
      onChange(await server.tierRounds(standard.name, ''))
    })
  const tellCutShort = async (error: unknown) => {
    onChange(await server.tierRounds(standard.name, ''))
    throw error
  }
  const { counts, proposals, found, foreign, isCutShort } = view
  const publish = () => {
    setAsking(undefined)
    return pages.start()
  }
  const publishAsk = [
    text.publishAsk({ round, movers: counts.movers }),
    ...foreign.map(messages.scoreForm.overwrite),
  ].join('\n')
  const cancel = () =>
    run(async () => {
      await server.cancelRound(round)
      onOver('', await server.tierRounds(standard.name, ''))
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
      {isCutShort && !pages.running && !pages.stopped && <Notice kind="warn">{text.publishCutShort}</Notice>}
      {view.goneTiers.map(({ tier, customers }) => (
        <Notice kind="warn" key={tier}>
          {text.goneTier({ tier, named: customers.slice(0, MOST_NAMED), more: customers.slice(MOST_NAMED).length })}
        </Notice>
      ))}
      {counts.withoutReason > 0 && <Notice kind="warn">{text.withoutReason(counts.withoutReason)}</Notice>}
      {counts.total > 0 && <SearchField onSearch={onSearch} />}
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
      <Actions busy={busy} problem={problem} progress={<TierRunProgress run={pages} goOn={text.publish} />}>
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
            <Button disabled={busy || isCutShort || pages.stopped} onClick={() => setAsking('cancel')}>
              {text.cancelRound}
            </Button>
            <StopButton run={pages} />
          </>
        )}
      </Actions>
    </>
  )
}
