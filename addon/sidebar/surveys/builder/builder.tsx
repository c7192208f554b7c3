import { useState } from 'preact/hooks'
import type { KeptSurvey } from '../../../../core/survey/draft/draft-survey.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { Checkbox } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Actions, Section } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { useFirstError } from '../../kit/use-first-error.ts'
import { Waiting } from '../../kit/waiting.tsx'
import './builder.css'
import { BuilderNews } from './builder-news.tsx'
import { Preview } from './preview.tsx'
import { QuestionsPart } from './questions-part.tsx'
import { RetentionPart } from './retention-part.tsx'
import { SettingsPart } from './settings-part.tsx'
import { TitlePart } from './title-part.tsx'
import { useDraft } from './use-draft.ts'

const text = messages.surveyBuilder

type Props = {
  surveyId: string
  onSaved?: (survey: KeptSurvey) => void
  /** Opens the same in a wider window, once what was typed is kept. */
  onWider?: () => Promise<unknown>
  /** Goes on to opening the survey, once nothing is left to be saved. */
  onOpening?: () => void
}

/** Changes a survey: its title, questions and settings, with a preview; one step saves it all. */
export function Builder({ surveyId, onSaved = () => {}, onWider, onOpening }: Props) {
  const { editing, known, problems, isChanged, news, ...builder } = useDraft(surveyId, onSaved)
  const [openId, setOpenId] = useState<string>()
  const [tries, setTries] = useState(0)
  const [isAsked, setAsked] = useState(false)
  useFirstError(tries)
  if (!editing || !problems) return <Waiting problem={builder.problem} onAgain={builder.load} />
  const { draft, survey, answers } = editing
  const { busy, change } = builder

  const save = () => {
    if (!problems.any) {
      setTries(0)
      return builder.save()
    }
    const wrong = problems.questions.findIndex((each) => each !== undefined)
    if (wrong >= 0 && !problems.title) setOpenId(draft.questions[wrong]!.id)
    setTries(tries + 1)
  }
  const discard = () => {
    setAsked(false)
    setTries(0)
    builder.discard()
  }
  const marked = problems.questions.filter((each) => each !== undefined).length
  return (
    <>
      <BuilderNews news={news} onTheirs={builder.discard} />
      <TitlePart draft={draft} survey={survey} isMarked={tries > 0} onChange={change} />
      <Checkbox
        label={text.bothLanguages}
        hint={text.bothHint}
        value={draft.bothLanguages}
        onChange={(bothLanguages) => change({ ...draft, bothLanguages })}
      />
      <h2>{text.questions}</h2>
      {(answers > 0 || survey.status !== 'draft') && <Notice>{text.versionHint(answers)}</Notice>}
      <QuestionsPart
        draft={draft}
        known={known}
        problems={problems}
        tried={tries > 0}
        openId={openId}
        onOpen={setOpenId}
        onChange={change}
      />
      <Section title={text.settings}>
        <SettingsPart draft={draft} survey={survey} onChange={change} />
      </Section>
      <Section title={text.retention.title}>
        <RetentionPart survey={survey} mayChange={editing.mayRetain} onSet={builder.retained} />
      </Section>
      <Section title={text.preview}>
        <Preview draft={draft} isWrong={problems.any} />
      </Section>
      <Actions
        busy={busy}
        problem={builder.problem || (tries > 0 && marked > 0 ? text.wrong(marked) : '')}
        done={news?.kind === 'saved' ? text.saved : ''}
        doing={text.saving}
      >
        {isAsked ? (
          <Confirm question={text.discardAsk} yes={text.discard} onYes={discard} onNo={() => setAsked(false)} />
        ) : (
          <>
            {isChanged || !onOpening || survey.status !== 'draft' ? (
              <Button primary disabled={busy || !isChanged} onClick={save}>
                {text.save}
              </Button>
            ) : (
              <Button primary disabled={busy} onClick={onOpening}>
                {text.toOpen}
              </Button>
            )}
            {isChanged && (
              <Button disabled={busy} onClick={() => setAsked(true)}>
                {text.discard}
              </Button>
            )}
            {onWider && (
              <Button disabled={busy} onClick={() => void builder.settled().then(onWider)}>
                {text.wider}
              </Button>
            )}
          </>
        )}
      </Actions>
    </>
  )
}
