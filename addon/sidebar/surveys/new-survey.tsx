import { useState } from 'preact/hooks'
import { languageOf } from '../../../core/messages/messages.ts'
import type { SurveyKind } from '../../../core/survey/survey-settings.ts'
import { surveyTemplate, type TemplateName, templateNames } from '../../../core/survey/templates.ts'
import { textIn } from '../../../core/survey/texts.ts'
import type { Survey } from '../../survey/surveys.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useFirstError } from '../kit/use-first-error.ts'
import { useOperationId } from '../kit/use-operation-id.ts'

const text = messages.surveyBuilder
const language = languageOf(document.documentElement.lang)
const titleOf = (name: TemplateName) => textIn(surveyTemplate(name).title, language)

/** Makes a survey from a template, to be changed before it is opened. */
export function NewSurvey(props: { onCreated: (survey: Survey) => void; onCancel: () => void }) {
  const [name, setName] = useState<TemplateName>('relationship')
  const [typed, setTyped] = useState<string>()
  const [blankKind, setBlankKind] = useState<SurveyKind>('customers')
  const [tries, setTries] = useState(0)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  useFirstError(tries)
  const title = typed ?? titleOf(name)
  const { title: bilingual, ...template } = surveyTemplate(name)
  const kind = name === 'blank' ? blankKind : template.kind
  const create = () => {
    setTries(tries + 1)
    const asked = { ...template, kind, ...(typed === undefined && { title: bilingual }) }
    const id = operationId([title, name, kind])
    return run(async () => props.onCreated(await server.createSurvey(title, id, asked)))
  }
  return (
    <>
      <fieldset>
        <legend>{text.template}</legend>
        {templateNames.map((each) => (
          <label class="check" key={each}>
            <input type="radio" name="template" checked={each === name} onChange={() => setName(each)} />
            <span>
              {text.templates[each]}
              <span class="hint">{text.templateHints[each]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={messages.fields.surveyTitle}
        hint={text.titleHint}
        value={title}
        invalid={tries > 0 && !title.trim()}
        onChange={setTyped}
      />
      <h2>{text.questions}</h2>
      <ol class="history">
        {template.questions.map((question) => (
          <li key={question.id}>{textIn(question.title, language)}</li>
        ))}
      </ol>
      {name === 'blank' ? (
        <Select
          label={text.kind}
          hint={text.kindHint}
          value={kind}
          options={Object.entries(text.kinds)}
          onChange={(chosen) => setBlankKind(chosen as SurveyKind)}
        />
      ) : (
        <p>{`${text.kind}: ${text.kinds[kind]}`}</p>
      )}
      <p class="soft">{text.createHint}</p>
      <Actions busy={busy} problem={problem}>
        <Button primary disabled={busy} onClick={create}>
          {messages.form.create}
        </Button>
        <Button disabled={busy} onClick={props.onCancel}>
          {messages.form.cancel}
        </Button>
      </Actions>
    </>
  )
}
