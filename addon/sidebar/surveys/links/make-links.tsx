import { useRef, useState } from 'preact/hooks'
import type { LinkGroup, LinkSetup } from '../../../survey/link-setup.ts'
import type { LinkOrder } from '../../../survey/make-links.ts'
import { AwayNotice } from '../../kit/away-notice.tsx'
import { DateField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Button, Notice, Progress, Select } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { usePages } from '../../kit/use-pages.ts'

const text = messages.surveyLinks
const nothing = { made: 0, kept: 0, skipped: 0 }
const VALUES_SHOWN = 30

type Customers = NonNullable<LinkSetup['customers']>
type Props = { surveyId: string; customers: Customers; onMade: () => void }

/** Makes links for all, some or the selected customers into a column of their tab, page by page. */
export function MakeLinks({ surveyId, customers, onMade }: Props) {
  const [whom, setWhom] = useState('all')
  const [languages, setLanguages] = useState(customers.languages)
  const [expiresOn, setExpiresOn] = useState('')
  const order = useRef<LinkOrder | undefined>(undefined)
  const [sum, setSum] = useState<typeof nothing>()
  const groups = customers.groups.flatMap(offered)
  const ordered = async (): Promise<LinkOrder> => {
    const ids = await chosenIds(surveyId, whom)
    if (ids?.length === 0) throw new Error(whom === 'shown' ? text.noneShown : text.noSelection)
    const group = groups.find(({ key }) => key === whom)?.group
    return { ...(ids && { ids }), ...(group && { group }), column: customers.column, languages, expiresOn }
  }
  const pages = usePages(
    async (row) => {
      if (row === 0) order.current = await ordered()
      return server.makeLinkPage(surveyId, order.current as LinkOrder, row)
    },
    (page, first) => {
      setSum((before = nothing) => {
        const from = first ? nothing : before
        return { made: from.made + page.made, kept: from.kept + page.kept, skipped: from.skipped + page.skipped }
      })
      if (page.next === null) onMade()
    },
  )
  const start = () => {
    setSum(undefined)
    return pages.start()
  }

  return (
    <>
      <p class="soft">{text.ownWhy}</p>
      <Select
        label={text.whom}
        value={whom}
        options={[
          ['all', text.all(customers.n)],
          ['selected', text.selected],
          ['shown', text.shown],
          ...groups.map(({ key, label }) => [key, label] as const),
        ]}
        hint={whom === 'shown' ? text.shownHint : undefined}
        onChange={setWhom}
      />
      <Select
        label={text.languages}
        value={languages}
        options={[['', text.noLanguages], ...customers.headers.map((header) => [header, header] as const)]}
        onChange={setLanguages}
      />
      <p class="hint">{text.makeHint(customers.column)}</p>
      <DateField label={text.expires} hint={text.expiresHint} value={expiresOn} onChange={setExpiresOn} />
      {pages.running && <Progress {...pages.at} label={pages.at ? text.progress(pages.at) : messages.form.working} />}
      <AwayNotice away={pages.away} />
      {pages.problem && <Notice kind="bad">{pages.problem}</Notice>}
      {pages.stopped && <Notice>{text.stopped}</Notice>}
      {sum && !pages.running && !pages.problem && <Notice kind="good">{told(sum, customers.column)}</Notice>}
      {sum && sum.skipped > 0 && <Notice kind="warn">{text.skipped(sum.skipped)}</Notice>}
      <div class="actions">
        <Button disabled={pages.running} onClick={start}>
          {text.make}
        </Button>
        {pages.running && (
          <Button disabled={pages.stopping} onClick={pages.stop}>
            {messages.form.stop}
          </Button>
        )}
      </div>
    </>
  )
}

/** Whom the selection or the filter names as it is now; undefined for whoever is chosen otherwise. */
async function chosenIds(surveyId: string, whom: string): Promise<string[] | undefined> {
  if (whom === 'selected') return (await server.surveyLinkSelection(surveyId)).ids
  if (whom !== 'shown') return undefined
  const all: string[] = []
  for (let from: number | null = 0; from !== null; ) {
    const page: { ids: string[]; next: number | null } = await server.surveyLinkShown(from)
    all.push(...page.ids)
    from = page.next
  }
  return all
}

/** The most frequent values of a field, as choices. */
function offered({ field, header, values }: LinkGroup) {
  return values.slice(0, VALUES_SHOWN).map(({ value, n }) => ({
    key: JSON.stringify([field, value]),
    label: text.group({ header, value, n }),
    group: { field, value },
  }))
}

function told({ made, kept }: typeof nothing, column: string): string {
  return made + kept === 0 ? text.nothing : text.made({ made, kept, column })
}
