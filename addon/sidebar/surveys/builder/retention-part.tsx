import { useState } from 'preact/hooks'
import type { KeptSurvey } from '../../../../core/survey/draft/draft-survey.ts'
import type { RetentionEffect } from '../../../survey/retention.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { NumberField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Button, Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { shownTime } from '../../kit/shown-time.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'

const text = messages.surveyBuilder.retention
const MOST_MONTHS = 120

type Props = { survey: KeptSurvey; mayChange: boolean; onSet: (survey: KeptSurvey) => void }

/** For how long a survey keeps its answers. Set by itself, at once, after saying how many would go. */
export function RetentionPart({ survey, mayChange, onSet }: Props) {
  const { surveyId, retentionMonths } = survey
  const [months, setMonths] = useState(retentionMonths)
  const [asked, setAsked] = useState<RetentionEffect>()
  const [done, setDone] = useState(false)
  const { busy, problem, run } = useAction()
  const operationId = useOperationId()
  const isFit = months === undefined || (Number.isInteger(months) && months >= 1 && months <= MOST_MONTHS)
  const type = (typed: number | undefined) => {
    setMonths(typed)
    setAsked(undefined)
    setDone(false)
  }
  const set = async () => {
    const id = operationId([months ?? null, survey.revision])
    onSet(await server.setRetention(surveyId, months ?? null, id))
    setAsked(undefined)
    setDone(true)
  }
  const ask = () =>
    run(async () => {
      const effect = months === undefined ? undefined : await server.retentionEffect(surveyId, months)
      if (effect && effect.answers > 0) setAsked(effect)
      else await set()
    })
  return (
    <>
      {done ? <Notice kind="good">{text.now(retentionMonths)}</Notice> : <p>{text.now(retentionMonths)}</p>}
      {!mayChange && <p class="soft">{text.onlyAdmins}</p>}
      {mayChange && (
        <>
          <NumberField
            label={text.months}
            hint={text.hint}
            min={1}
            max={MOST_MONTHS}
            whole
            invalid={!isFit}
            value={months}
            onChange={type}
          />
          <p class="hint">{text.what}</p>
          {survey.kind === 'staff' && <p class="hint">{text.staff}</p>}
          {!isFit && <Notice kind="bad">{text.unfit}</Notice>}
          {problem && <Notice kind="bad">{problem}</Notice>}
          {asked && months !== undefined ? (
            <Confirm
              question={text.ask({ ...asked, at: shownTime(asked.at) })}
              yes={text.yes(months)}
              busy={busy}
              onYes={() => run(set)}
              onNo={() => setAsked(undefined)}
            />
          ) : (
            <div class="actions">
              <Button disabled={busy || !isFit || months === retentionMonths} onClick={ask}>
                {text.set}
              </Button>
            </div>
          )}
        </>
      )}
    </>
  )
}
