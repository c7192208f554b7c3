import { useState } from 'preact/hooks'
import { type StatisticModule, statisticModules } from '../../../core/own-statistics/statistic.ts'
import type { StatisticField } from '../../../core/own-statistics/statistic-field.ts'
import type { OwnStatistic, OwnStatistics } from '../../own-statistics/own-statistics.ts'
import type { Survey } from '../../survey/surveys.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { ConditionGroupFields } from './condition-group.tsx'
import { draftOf, newDraft, type StatisticDraft } from './draft.ts'
import { draftDefinition } from './draft-definition.ts'
import { MeasureFields } from './measure-fields.tsx'
import { Preview } from './preview.tsx'
import { usePreview } from './use-preview.ts'
import { Versions } from './versions.tsx'

const text = messages.ownStatistics
const { modules } = messages.statisticWords

type Props = {
  begun: StatisticDraft
  /** The one that is changed, where it is kept already. */
  kept: OwnStatistic | undefined
  onBack: () => void
  /** What the list is now; `id` the statistic that was saved, '' where it was removed. */
  onKept: (list: OwnStatistics, id: string, said: string) => void
}

/** Makes or changes one statistic, and shows on the rows of now what it comes to. */
export function Builder({ begun, kept, onBack, onKept }: Props) {
  const [draft, setDraft] = useState(begun)
  const [fields, setFields] = useState<StatisticField[]>()
  const [surveys, setSurveys] = useState<Survey[]>([])
  const [asks, setAsks] = useState(false)
  const [said, setSaid] = useState('')
  const [wrong, setWrong] = useState(false)
  const loading = useAction()
  const saving = useAction()
  const definition = fields && draftDefinition(draft)
  const { preview, busy, problem } = usePreview(definition)
  const change = (part: Partial<StatisticDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setSaid('')
    setWrong(false)
  }
  const load = ({ module, survey }: Pick<StatisticDraft, 'module' | 'survey'>) =>
    loading.run(async () => {
      setFields(undefined)
      if (module === 'answers') setSurveys((await server.listSurveys()).filter(({ kind }) => kind !== 'staff'))
      setFields(module === 'answers' && !survey ? [] : await server.statisticFields(module, survey))
    })
  useOnce(() => void load(draft))
  const chooseModule = (module: string) => {
    const next = { ...newDraft(module as StatisticModule), id: draft.id, version: draft.version, name: draft.name }
    change(next)
    void load(next)
  }
  const chooseSurvey = (survey: string) => {
    change({ survey })
    void load({ module: 'answers', survey })
  }
  const save = () => {
    setWrong(!draft.name.trim() || !definition)
    if (!definition) return
    void saving.run(async () => {
      const { id, ...list } = await server.saveStatistic({
        ...{ id: draft.id, version: draft.version, name: draft.name, definition },
      })
      const version = list.statistics.find((each) => each.id === id)?.versions[0].version ?? 1
      onKept(list, id, text.saved({ name: draft.name.trim(), version }))
      setDraft((before) => ({ ...before, id, version, name: before.name.trim() }))
      setSaid(text.saved({ name: draft.name.trim(), version }))
    })
  }
  const remove = () =>
    saving.run(async () => {
      setAsks(false)
      const list = await server.removeStatistic(draft.id, draft.version)
      onKept(list, '', text.removed(draft.name))
    })
  return (
    <>
      <button type="button" class="link" onClick={onBack}>
        {text.back}
      </button>
      <TextField
        label={text.name}
        value={draft.name}
        invalid={wrong && !draft.name.trim()}
        onChange={(name) => change({ name })}
      />
      <Select
        label={text.module}
        value={draft.module}
        options={statisticModules.map((module) => [module, modules[module]])}
        onChange={chooseModule}
      />
      {draft.module === 'answers' && fields && <SurveySelect {...{ draft, surveys, onChange: chooseSurvey }} />}
      {!fields && <Waiting problem={loading.problem} onAgain={() => load(draft)} />}
      {fields && (draft.module !== 'answers' || draft.survey) && (
        <>
          <fieldset>
            <legend>{text.conditions}</legend>
            {draft.where.of.length === 0 && <p class="soft">{text.noConditions}</p>}
            <ConditionGroupFields fields={fields} group={draft.where} outer onChange={(where) => change({ where })} />
          </fieldset>
          <MeasureFields draft={draft} fields={fields} onChange={change} />
          <section aria-label={text.preview} class="stack">
            <h2>{text.preview}</h2>
            {!definition && <p class="soft">{text.incomplete}</p>}
            {busy && (
              <p class="soft spin" role="status">
                {text.counting}
              </p>
            )}
            {problem && <Notice kind="bad">{problem}</Notice>}
            {preview && !problem && <Preview preview={preview} target={definition?.target} />}
          </section>
        </>
      )}
      {kept && (
        <Versions
          statistic={kept}
          onTake={({ version, name, definition: taken }) => {
            if (!taken) return
            change(draftOf(draft.id, draft.version, name, taken))
            setSaid(text.broughtBack(version))
            void load({ module: taken.module, survey: taken.survey ?? '' })
          }}
        />
      )}
      <Actions busy={saving.busy} doing={text.saving} problem={wrong ? problemOf(draft) : saving.problem} done={said}>
        {asks ? (
          <Confirm
            question={text.removeQuestion(draft.name)}
            yes={text.remove}
            onYes={remove}
            onNo={() => setAsks(false)}
          />
        ) : (
          <>
            <Button primary disabled={saving.busy} onClick={save}>
              {text.save}
            </Button>
            {draft.id && (
              <>
                <Button
                  disabled={saving.busy}
                  onClick={() => {
                    change({ id: '', version: 0, name: text.copyOf(draft.name) })
                    setSaid(text.duplicated)
                  }}
                >
                  {text.duplicate}
                </Button>
                <Button disabled={saving.busy} onClick={() => setAsks(true)}>
                  {text.remove}
                </Button>
              </>
            )}
          </>
        )}
      </Actions>
    </>
  )
}

function problemOf({ name, module, survey }: StatisticDraft): string {
  if (!name.trim()) return messages.errors.statisticUnnamed()
  return module === 'answers' && !survey ? messages.errors.statisticNoSurvey() : text.incomplete
}

function SurveySelect(props: { draft: StatisticDraft; surveys: Survey[]; onChange: (survey: string) => void }) {
  const { draft, surveys, onChange } = props
  if (surveys.length === 0) return <Notice>{text.noSurveys}</Notice>
  const options = surveys.map(({ surveyId, title }) => [surveyId, title] as const)
  const none = draft.survey === '' ? [['', text.noSurvey] as const] : []
  return <Select label={text.survey} value={draft.survey} options={[...none, ...options]} onChange={onChange} />
}
