import { useMemo, useRef, useState } from 'preact/hooks'
import type { Standard } from '../../../core/standard/standard.ts'
import { whyScore } from '../../../core/standard/why-score.ts'
import type { AppliedStandard } from '../../standard/apply-standard.ts'
import type { ScoreSetup } from '../../standard/standard-setup.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { CutShortNotice, StopButton, TierRunProgress } from '../kit/tier-run.tsx'
import { usePages } from '../kit/use-pages.ts'
import { covers, type ReadBasis, readBasis, sameSources } from './read-basis.ts'
import { EditedInTab } from './standard-choice.tsx'
import { StandardParts } from './standard-parts.tsx'
import { StandardSummary } from './standard-summary.tsx'
import { useWhatIf } from './use-what-if.ts'
import { WhatIfView } from './what-if-view.tsx'
import { WhyCard } from './why-card.tsx'

const text = messages.scoreForm

/** One standard: its parts, who would stand where as they are changed, and the button that writes. */
export function StandardForm({ setup, onApplied }: { setup: ScoreSetup; onApplied: (setup: ScoreSetup) => void }) {
  const [standard, setStandard] = useState(setup.standard)
  const [read, setRead] = useState<ReadBasis>()
  const [compare, setCompare] = useState<'tab' | 'version'>('tab')
  const [place, setPlace] = useState<number>()
  const [done, setDone] = useState('')
  const [asked, setAsked] = useState(false)
  const agreed = useRef(false)
  const pages = usePages<AppliedStandard>(
    () => server.applyTiers(standard, agreed.current).catch(tellCutShort),
    (page) => (page.next === null ? finish(page) : undefined),
  )
  const { busy, problem, run } = pages
  const tellCutShort = async (error: unknown) => {
    onApplied(await server.scoreSetup())
    throw error
  }

  const kept = setup.standards.find(({ current }) => current.name === standard.name)
  const last = kept?.versions[kept.versions.length - 1]?.standard
  const also = last && sameSources(last, standard) ? last : null
  const current = read && covers(read, standard) ? read : undefined
  const canCompare = last !== undefined && current !== undefined && covers(current, last)
  const { tried, problem: cannot } = useWhatIf(
    current,
    standard,
    canCompare && compare === 'version' ? last : undefined,
  )

  const change = (next: Standard) => {
    if (next.name !== standard.name && setup.standards.some((each) => each.current.name === next.name)) begin(next)
    else setStandard(next)
    setDone('')
  }
  const begin = (next: Standard) => {
    setStandard(next)
    setRead(undefined)
    setPlace(undefined)
  }
  const named = (next: ScoreSetup, said: string, name?: string) => {
    onApplied(next)
    if (name === undefined) begin(next.standard)
    else setStandard({ ...standard, name })
    setDone(said)
  }
  const load = async () => {
    const found = readBasis(await server.scoreBasis(standard, also), standard)
    setRead(found)
    return found
  }
  const apply = () => {
    agreed.current = asked
    setAsked(false)
    setDone('')
    return pages.start()
  }
  const finish = async (written: AppliedStandard) => {
    if (current && tried) {
      const { scores, tiers } = tried.after
      const basis = {
        ...current.basis,
        foreign: [],
        scores: scores.map((score) => score ?? null),
        tiers: tiers.map((tier) => tier ?? ''),
      }
      setRead({ ...current, basis })
    }
    setDone(text.written(written))
    const next = await server.scoreSetup()
    onApplied(next)
    const applied = next.standards.find((each) => each.current.name === standard.name)?.current ?? standard
    setStandard((now) => (now === standard ? applied : now))
  }
  const whySelected = () =>
    run(async () => {
      const { basis } = current ?? (await load())
      const selected = await server.selectedCustomer()
      const found = selected ? basis.ids.indexOf(selected.id) : -1
      if (found < 0) throw new Error(text.whyNone)
      setPlace(found)
    })

  const isAsking = asked && current !== undefined
  return (
    <>
      <StandardSummary setup={setup} standard={standard} />
      <EditedInTab kept={kept} tab={messages.tabs.standards.name} />
      <StandardParts
        setup={setup}
        value={standard}
        onChange={change}
        onNew={begin}
        onNamed={named}
        values={async () => {
          let found = current?.valuesOf
          await run(async () => {
            found ??= (await load()).valuesOf
          })
          return found
        }}
      />
      {read && !current && <Notice>{text.readAgain}</Notice>}
      {cannot && <Notice kind="bad">{cannot}</Notice>}
      {current && tried && (
        <>
          {canCompare && (
            <Select
              label={text.compareWith}
              value={compare}
              options={[
                ['tab', text.compareTab],
                ['version', text.compareVersion(last.version)],
              ]}
              onChange={(next) => setCompare(next as 'tab' | 'version')}
            />
          )}
          <WhatIfView basis={current.basis} tried={tried} onWhy={setPlace} />
          <Section title={text.why} open={place !== undefined}>
            {place !== undefined && <Why setup={setup} read={current} standard={standard} place={place} />}
            <div class="actions">
              <Button disabled={busy} onClick={whySelected}>
                {text.whySelected}
              </Button>
            </div>
          </Section>
        </>
      )}
      {!pages.running && !pages.stopped && (
        <CutShortNotice
          cutShort={setup.cutShort.find((each) => each.standard === standard.name && each.round === '')}
          goOn={text.apply}
        />
      )}
      <Actions busy={busy} problem={problem} done={done} progress={<TierRunProgress run={pages} goOn={text.apply} />}>
        {current && isAsking && (
          <Confirm
            question={current.basis.foreign.map(text.overwrite).join('\n')}
            yes={text.overwriteYes}
            busy={busy}
            onYes={apply}
            onNo={() => setAsked(false)}
          />
        )}
        {tried && !isAsking && (
          <Button primary disabled={busy} onClick={current?.basis.foreign.length ? () => setAsked(true) : apply}>
            {text.apply}
          </Button>
        )}
        {!pages.running && !isAsking && (
          <Button primary={!tried} disabled={busy} onClick={() => run(async () => void (await load()))}>
            {messages.form.preview}
          </Button>
        )}
        <StopButton run={pages} />
      </Actions>
    </>
  )
}

function Why(props: { setup: ScoreSetup; read: ReadBasis; standard: Standard; place: number }) {
  const { setup, read, standard, place } = props
  const why = useMemo(() => whyScore(standard, read.valuesOf, place), [standard, read, place])
  const { ids, names } = read.basis
  const isDate = (key: string) => setup.indicators.some((each) => each.key === key && each.group === 'dates')
  return <WhyCard title={[names[place], ids[place]].filter(Boolean).join(' · ')} why={why} isDate={isDate} />
}
