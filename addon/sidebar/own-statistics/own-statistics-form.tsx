import { useState } from 'preact/hooks'
import {
  type StatisticTemplate,
  statisticTemplate,
  statisticTemplates,
} from '../../../core/own-statistics/statistic-templates.ts'
import type { OwnStatistic, OwnStatistics } from '../../own-statistics/own-statistics.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty, Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { Builder } from './builder.tsx'
import { draftOf, newDraft, type StatisticDraft } from './draft.ts'
import { Versions } from './versions.tsx'

const text = messages.ownStatistics
const { templates } = messages.statisticWords

/** Statistics that people make themselves: the list, and one that is made or changed. */
export function OwnStatisticsForm() {
  const [list, setList] = useState<OwnStatistics>()
  const [draft, setDraft] = useState<StatisticDraft>()
  const [open, setOpen] = useState('')
  const [said, setSaid] = useState('')
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setList(await server.ownStatistics()))
  useOnce(load)
  if (!list) return <Waiting problem={problem} onAgain={load} />
  const begin = (next: StatisticDraft) => {
    setDraft(next)
    setOpen(next.id)
    setSaid('')
  }
  const beginTemplate = (template: StatisticTemplate) =>
    run(async () => begin(draftOf('', 0, templates[template], await templateDefinition(template, list))))
  if (draft) {
    return (
      <>
        <h1>{text.title}</h1>
        <Builder
          begun={draft}
          kept={list.statistics.find(({ id }) => id === open)}
          onBack={() => setDraft(undefined)}
          onKept={(next, id, told) => {
            setList(next)
            setOpen(id)
            if (id) return
            setDraft(undefined)
            setSaid(told)
          }}
        />
      </>
    )
  }
  const kept = list.statistics.filter(({ versions }) => versions[0].definition)
  const removed = list.statistics.filter(({ versions }) => !versions[0].definition)
  return (
    <>
      <h1>{text.title}</h1>
      <p class="soft">{text.why}</p>
      {list.problems.map((each) => (
        <Notice kind="warn" key={each}>
          {each}
        </Notice>
      ))}
      {kept.length === 0 ? <Empty title={text.none} /> : <Kept statistics={kept} onOpen={begin} />}
      <Section title={text.templates} open={kept.length === 0}>
        <ul class="list" aria-label={text.templates}>
          {statisticTemplates.map((template) => (
            <li key={template}>
              <button type="button" class="link" disabled={busy} onClick={() => beginTemplate(template)}>
                {templates[template]}
              </button>
            </li>
          ))}
        </ul>
      </Section>
      {removed.length > 0 && (
        <Section title={text.removedOnes} count={removed.length}>
          {removed.map((statistic) => (
            <Versions
              key={statistic.id}
              statistic={statistic}
              onTake={({ name, definition }) => {
                if (definition) begin(draftOf(statistic.id, statistic.versions[0].version, name, definition))
              }}
            />
          ))}
        </Section>
      )}
      <Actions busy={busy} problem={problem} done={said}>
        <Button primary disabled={busy} onClick={() => begin(newDraft('customers'))}>
          {text.make}
        </Button>
      </Actions>
    </>
  )
}

function Kept(props: { statistics: OwnStatistic[]; onOpen: (draft: StatisticDraft) => void }) {
  return (
    <List
      label={text.list}
      items={props.statistics}
      keyOf={({ id }) => id}
      textOf={({ versions: [{ name, says }] }) => `${name} ${says}`}
    >
      {({ id, versions: [last] }) => (
        <>
          <button
            type="button"
            class="link"
            onClick={() => last.definition && props.onOpen(draftOf(id, last.version, last.name, last.definition))}
          >
            {last.name}
          </button>
          <p>{last.says}</p>
          <p class="hint">{text.versionOf({ version: last.version, at: last.savedAt, by: last.savedBy })}</p>
        </>
      )}
    </List>
  )
}

/** Of answers: to the newest survey of customers that asks from 0 to 10, where there is one. */
async function templateDefinition(template: StatisticTemplate, { hasWorkspace }: OwnStatistics) {
  if (template !== 'topPromoters' || !hasWorkspace) return statisticTemplate(template)
  const [survey] = (await server.listSurveys()).filter(({ kind }) => kind !== 'staff')
  if (!survey) return statisticTemplate(template)
  const fields = await server.statisticFields('answers', survey.surveyId)
  const question = fields.find(({ id, type }) => id.startsWith('question:') && type === 'number')?.id
  return statisticTemplate(template, { id: survey.surveyId, question: question?.slice(9) ?? '' })
}
