import { useState } from 'preact/hooks'
import type { Survey } from '../../survey/surveys.ts'
import { Confirm } from '../kit/confirm.tsx'
import { CopyField } from '../kit/copy-field.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { SurveyLinks } from './links/survey-links.tsx'
import { isClosed, isOver } from './survey-state.ts'

const text = messages.surveyBuilder
const form = messages.surveyForm

/** Opens and closes a survey, and gives its ways to people while it is open. */
export function SendPart({ survey, onChange }: { survey: Survey; onChange: (survey: Survey) => void }) {
  const [operationId, setOperationId] = useState(() => crypto.randomUUID())
  const [isAsked, setAsked] = useState(false)
  const { busy, problem, run } = useAction()
  const { surveyId, status, closesOn } = survey
  const isStaff = survey.kind === 'staff'
  const change = (work: () => Promise<Partial<Survey>>) =>
    run(async () => {
      const changed = await work()
      setOperationId(crypto.randomUUID())
      onChange({ ...survey, ...changed })
    })
  const open = () => change(async () => ({ status: 'open', link: await server.openSurvey(surveyId, operationId) }))
  const close = () => {
    setAsked(false)
    return change(async () => {
      await server.saveSurvey(surveyId, { status: 'closed' }, null, operationId)
      return { status: 'closed', link: '' }
    })
  }
  const link = isOver(survey) ? '' : survey.link
  const isForGood = isStaff && isClosed(survey)
  return (
    <>
      {status === 'draft' && <p>{text.openHint}</p>}
      {isForGood && <Notice>{text.closedStaff}</Notice>}
      {!isForGood && status === 'closed' && <Notice>{text.closed}</Notice>}
      {!isForGood && isOver(survey) && <Notice kind="warn">{text.closedByDay(closesOn)}</Notice>}
      {link && (
        <CopyField
          label={form.link}
          value={link}
          hint={/^http:\/\/127\./.test(link) ? form.localLinkHint : form.linkHint}
        />
      )}
      {link && !isStaff && <SurveyLinks survey={survey} />}
      {!isForGood && (
        <Actions busy={busy} problem={problem}>
          {status !== 'open' ? (
            <Button primary disabled={busy} onClick={open}>
              {status === 'draft' ? form.open : text.again}
            </Button>
          ) : isAsked ? (
            <Confirm
              question={isStaff ? text.closeStaffAsk : text.closeAsk}
              yes={text.close}
              onYes={close}
              onNo={() => setAsked(false)}
            />
          ) : (
            <Button disabled={busy} onClick={() => setAsked(true)}>
              {text.close}
            </Button>
          )}
        </Actions>
      )}
    </>
  )
}
