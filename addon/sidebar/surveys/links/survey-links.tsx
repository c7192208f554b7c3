import { useState } from 'preact/hooks'
import type { LinkSetup } from '../../../survey/link-setup.ts'
import type { Survey } from '../../../survey/surveys.ts'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Notice } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import './links.css'
import { EmailPart } from './email-part.tsx'
import { MakeLinks } from './make-links.tsx'
import { OpenLink } from './open-link.tsx'
import { SentByHand } from './sent-by-hand.tsx'

const text = messages.surveyLinks

/** The ways by which an open survey gets to customers: its open link, links of their own, an e-mail. */
export function SurveyLinks({ survey }: { survey: Survey }) {
  const [setup, setSetup] = useState<LinkSetup>()
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.surveyLinkSetup(survey.surveyId)))
  useOnce(load)
  if (problem) return <Notice kind="bad">{problem}</Notice>
  return (
    <>
      <Section title={text.open}>
        <OpenLink survey={survey} />
      </Section>
      {setup && (
        <>
          <Section title={text.own}>
            {setup.customers ? (
              <MakeLinks surveyId={survey.surveyId} customers={setup.customers} onMade={load} />
            ) : (
              <p class="soft">{text.noTab}</p>
            )}
          </Section>
          <Section title={text.email}>
            <EmailPart survey={survey} setup={setup} />
          </Section>
          <Section title={text.hand}>
            <SentByHand survey={survey} />
          </Section>
        </>
      )}
    </>
  )
}
