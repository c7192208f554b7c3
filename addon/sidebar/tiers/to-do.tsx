import { useState } from 'preact/hooks'
import { reasonWords } from '../../../core/tiering/reason-words.ts'
import type { CareListsView } from '../../tiering/view-care-lists.ts'
import { messages } from '../kit/language.ts'
import { Actions, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { CustomerName } from './customer-name.tsx'
import { SearchField } from './search-field.tsx'
import type { PartProps } from './tiers.tsx'

const text = messages.tiersForm

/** Who needs a person now, with why, and whom automation can serve. */
export function ToDo({ standard: { name }, onPart }: PartProps) {
  const [lists, setLists] = useState<CareListsView>()
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()
  const load = (query: string) => run(async () => setLists(await server.tierCareLists(name, query)))
  useOnce(() => void load(''))
  if (!lists) return <Waiting problem={problem} onAgain={() => load('')} />

  const write = (which: 'attention' | 'automatic') =>
    run(async () => setWritten(text.written(await server.writeCareList(name, which))))
  const { attention, attentionFound, automatic, automaticFound } = lists
  return (
    <>
      {!lists.hasPlaybook && (
        <>
          <Notice kind="warn">{text.noPlaybook}</Notice>
          <div class="actions">
            <Button onClick={() => onPart('playbook')}>{text.toPlaybook}</Button>
          </div>
        </>
      )}
      <SearchField onSearch={load} />
      <Section title={text.attention} count={attentionFound} open>
        {attentionFound === 0 && <p class="soft">{text.nobodyNeeds}</p>}
        {attentionFound > 0 && <Attention rows={attention} />}
        <More shown={attention.length} total={attentionFound} />
      </Section>
      <Section title={text.automatic} count={automaticFound}>
        <p class="soft">{automaticFound > 0 ? text.automaticHint : text.nobodyAutomatic}</p>
        {automaticFound > 0 && <Automatic rows={automatic} />}
        <More shown={automatic.length} total={automaticFound} />
        {automaticFound > 0 && (
          <div class="actions">
            <Button disabled={busy} onClick={() => write('automatic')}>
              {text.writeToSheet}
            </Button>
          </div>
        )}
      </Section>
      {lists.complaints !== 'desk' && (
        <p class="soft">{lists.complaints === 'away' ? text.complaintsAway : text.complaintsNone}</p>
      )}
      <Actions busy={busy} problem={problem} done={written}>
        <Button primary disabled={busy || attentionFound === 0} onClick={() => write('attention')}>
          {text.writeAttention}
        </Button>
      </Actions>
    </>
  )
}

function Attention({ rows }: { rows: CareListsView['attention'] }) {
  return (
    <List label={text.attention} items={rows} keyOf={({ customerId }) => customerId}>
      {({ customerId, name, tier, owner, reasons }) => (
        <>
          <div class="head">
            <CustomerName customerId={customerId} name={name} />
            <span class="move">{tier}</span>
          </div>
          {owner && <div class="soft">{owner}</div>}
          <ul class="reasons">
            {reasons.map((reason) => (
              <li key={reason.kind}>{reasonWords(reason, messages.attentionReasons)}</li>
            ))}
          </ul>
        </>
      )}
    </List>
  )
}

function Automatic({ rows }: { rows: CareListsView['automatic'] }) {
  return (
    <List label={text.automatic} items={rows} keyOf={({ customerId }) => customerId}>
      {({ customerId, name, tier }) => (
        <div class="head">
          <CustomerName customerId={customerId} name={name} />
          <span class="move">{tier}</span>
        </div>
      )}
    </List>
  )
}

function More({ shown, total }: { shown: number; total: number }) {
  return shown < total ? <p class="soft">{text.shownOf({ shown, total })}</p> : null
}
