import type { ScoreBasis } from '../../standard/score-basis.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { percent } from '../kit/percent.ts'
import { Table } from '../kit/table.tsx'
import { useInView } from '../kit/use-in-view.ts'
import { shown } from './shown.ts'
import { SlipNotices } from './slip-notices.tsx'
import type { Tried } from './use-what-if.ts'

const text = messages.scoreForm

/** How many customers land in each tier, who moves, and what the person should know before writing. */
export function WhatIfView({
  basis,
  tried,
  onWhy,
}: {
  basis: ScoreBasis
  tried: Tried
  onWhy: (place: number) => void
}) {
  const section = useInView<HTMLElement>(basis)
  const total = tried.tiers.reduce((sum, { customers }) => sum + customers, 0)
  return (
    <section ref={section} class="stack" aria-label={messages.form.preview}>
      <Table
        caption={text.whatIf}
        columns={[
          { label: text.tier, cell: ({ label }) => label },
          { label: text.customers, number: true, cell: ({ customers }) => shown(customers) },
          { label: text.before, number: true, cell: ({ before }) => shown(before) },
          {
            label: text.share,
            number: true,
            cell: ({ customers }) => <Share share={customers / Math.max(1, total)} />,
          },
        ]}
        rows={tried.tiers}
        keyOf={({ label }) => label}
      />
      <p role="status">{text.changes(tried)}</p>
      {tried.none > 0 && <p>{text.lose(tried.none)}</p>}
      <SlipNotices basis={basis} tried={tried} />
      <Section title={text.movers} count={tried.movers.length}>
        {tried.movers.length === 0 && <p class="soft">{text.nobodyMoves}</p>}
        <List
          label={text.movers}
          items={tried.movers}
          keyOf={({ row }) => basis.ids[row] as string}
          textOf={({ row }) => `${basis.ids[row]} ${basis.names[row]}`}
        >
          {({ row }) => <MoverLine basis={basis} tried={tried} row={row} onWhy={onWhy} />}
        </List>
      </Section>
    </section>
  )
}

function Share({ share }: { share: number }) {
  return (
    <>
      {percent(share)}
      <span class="bar" style={`width: ${share * 100}%`} />
    </>
  )
}

function MoverLine(props: { basis: ScoreBasis; tried: Tried; row: number; onWhy: (place: number) => void }) {
  const { basis, tried, row } = props
  const { before, after } = tried
  return (
    <>
      <button type="button" class="link" onClick={() => props.onWhy(row)}>
        {basis.names[row] || basis.ids[row]}
      </button>{' '}
      {basis.names[row] && <span class="soft">{basis.ids[row]}</span>}
      <p class="hint">
        {text.moves({ from: before.tiers[row] ?? '', to: after.tiers[row] ?? '' })}
        {' · '}
        {text.scores({ from: shown(before.scores[row]), to: shown(after.scores[row]) })}
      </p>
    </>
  )
}
