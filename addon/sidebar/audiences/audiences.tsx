import { useState } from 'preact/hooks'
import type { AudienceSetup } from '../../audience/publish-kpis.ts'
import { Connect } from '../kit/connect.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { AudienceList } from './audience-list.tsx'
import { EnterCode } from './enter-code.tsx'
import { LinkedSheet } from './linked-sheet.tsx'
import { PublishPart } from './publish-part.tsx'

const text = messages.audiences

/** Shares KPIs with audiences; in a spreadsheet without a workspace it links that to one. */
export function Audiences() {
  const [setup, setSetup] = useState<AudienceSetup>()
  const [part, setPart] = useState<'share' | 'publish'>('share')
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.audienceSetup()))
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />
  if (setup.linked) return <LinkedSheet {...setup.linked} onUnlinked={load} />
  if (!setup.connected)
    return (
      <>
        <EnterCode onLinked={load} />
        <Section title={text.manage}>
          <Connect onConnected={load} />
        </Section>
      </>
    )
  return (
    <>
      <h1>{text.title}</h1>
      <p>{text.why}</p>
      <Tabs
        label={text.title}
        tabs={[
          ['share', text.tabs.share],
          ['publish', text.tabs.publish],
        ]}
        selected={part}
        onSelect={(key) => {
          setPart(key as typeof part)
          load()
        }}
      >
        {part === 'share' ? (
          <AudienceList audiences={setup.audiences} known={setup.known} onChanged={load} />
        ) : (
          <PublishPart setup={setup} onPublished={load} />
        )}
      </Tabs>
    </>
  )
}
