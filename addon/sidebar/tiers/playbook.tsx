import { useState } from 'preact/hooks'
import type { PlaybookView } from '../../tiering/view-playbook.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions, Empty, Section } from '../kit/layout.tsx'
import { money } from '../kit/money.ts'
import { Button, Notice } from '../kit/parts.tsx'
import { percent } from '../kit/percent.ts'
import { server } from '../kit/server.ts'
import { Table } from '../kit/table.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { OverLimit } from './over-limit.tsx'
import { shownNumber } from './shown.ts'
import { Sources } from './sources.tsx'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm

/** Who serves each tier, what was given as discounts against its budget, and what each source brought. */
export function Playbook({ standard: { name }, setup }: PartProps) {
  const [since, setSince] = useState(`${setup.today.slice(0, 4)}-01-01`)
  const [view, setView] = useState<PlaybookView>()
  const [said, setSaid] = useState('')
  const { busy, problem, run } = useAction()
  const load = (day: string) => run(async () => setView(await server.tierPlaybook(name, day)))
  useOnce(() => void load(since))
  if (!view) return <Waiting problem={problem} onAgain={() => load(since)} />

  const propose = () =>
    run(async () => {
      setSaid(text.proposed(await server.proposePlaybook(name)))
      setView(await server.tierPlaybook(name, since))
    })
  const change = (day: string) => {
    setSince(day)
    if (day) void load(day)
  }
  return (
    <>
      {view.care.length === 0 ? (
        <Empty title={text.playbookWhy} />
      ) : (
        <>
          <p class="soft">{text.playbookWhy}</p>
          <Care view={view} />
        </>
      )}
      {view.missing.length > 0 && view.care.length > 0 && (
        <Notice kind="warn">{text.proposeMissing(view.missing.join(messages.tierReports.between))}</Notice>
      )}
      {view.care.length > 0 && (
        <Section title={text.spendTitle} open>
          <DateField label={messages.tierReports.since} value={since} max={setup.today} onChange={change} />
          <Spend view={view} />
        </Section>
      )}
      {view.care.length > 0 && (
        <Section title={text.overLimit} count={view.overCount}>
          <OverLimit view={view} />
        </Section>
      )}
      <Section title={text.bySource}>
        <Sources standard={name} />
      </Section>
      {(view.missing.length > 0 || problem || said) && (
        <Actions busy={busy} problem={problem} done={said}>
          {view.missing.length > 0 && (
            <Button primary disabled={busy} onClick={propose}>
              {text.propose}
            </Button>
          )}
        </Actions>
      )}
    </>
  )
}

function Care({ view: { care } }: { view: PlaybookView }) {
  return (
    <Table
      caption={text.parts.playbook}
      captionUnseen
      rows={care}
      keyOf={({ tier }) => tier}
      columns={[
        { label: text.tier, cell: ({ tier }) => tier },
        {
          label: text.ownerLevel,
          number: true,
          cell: ({ ownerLevel: level }) => (level === undefined ? '' : text.level(level)),
        },
        {
          label: text.contactEvery,
          number: true,
          cell: ({ contactEvery: days }) => (days === undefined ? '' : text.everyDays(days)),
        },
        {
          label: text.discountLimit,
          number: true,
          cell: ({ discountLimit: limit }) => (limit === undefined ? '' : percent(limit)),
        },
      ]}
    />
  )
}

function Spend({ view: { spend } }: { view: PlaybookView }) {
  const sum = (of: 'orders' | 'withoutListPrice') => spend.reduce((total, line) => total + line[of], 0)
  const [orders, without] = [sum('orders'), sum('withoutListPrice')]
  return (
    <>
      <Table
        caption={text.spendTitle}
        captionUnseen
        rows={spend}
        keyOf={({ tier }) => tier}
        columns={[
          { label: text.tier, cell: ({ tier }) => tier },
          { label: text.orders, number: true, cell: (line) => shownNumber(line.orders) },
          { label: text.spent, number: true, cell: ({ spent }) => money(spent) },
          { label: text.budget, number: true, cell: ({ spent, budget }) => <Budget {...{ spent, budget }} /> },
        ]}
      />
      {without > 0 && <p class="soft">{text.withoutListPrice({ without, orders })}</p>}
    </>
  )
}

function Budget({ spent, budget }: { spent: number; budget: number | '' }) {
  if (budget === '') return <span class="soft">–</span>
  return spent > budget ? <span class="move down">{text.overBudget(money(budget))}</span> : <span>{money(budget)}</span>
}
