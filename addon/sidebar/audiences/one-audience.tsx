import { useState } from 'preact/hooks'
import type { Audience, AudienceCode, SharedKpi } from '../../audience/audiences.ts'
import { Confirm } from '../kit/confirm.tsx'
import { CopyField } from '../kit/copy-field.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { audienceName } from './audience-name.ts'

const text = messages.audiences

function kpiName({ label, by }: SharedKpi): string {
  return by === '' ? label : text.cutBy({ kpi: label, by: text.cuts[by] })
}

type Asked = { question: string; yes: string; work: () => Promise<void> }

/** An audience: what it has, its spreadsheets, a code for another one. */
export function OneAudience({ audience, onChanged }: { audience: Audience; onChanged: () => void }) {
  const { audienceId, kpis, links } = audience
  const name = audienceName(audience)
  const [code, setCode] = useState<AudienceCode>()
  const [asked, setAsked] = useState<Asked>()
  const { busy, problem, run } = useAction()
  const makeCode = () => run(async () => setCode(await server.makeAudienceCode(audienceId, crypto.randomUUID())))
  const doAsked = ({ work }: Asked) =>
    run(async () => {
      await work()
      setAsked(undefined)
      onChanged()
    })
  const unlink = (keyId: string, title: string) =>
    setAsked({
      question: text.unlinkAsk(title),
      yes: text.unlink,
      work: () => server.unlinkSpreadsheet(audienceId, keyId, crypto.randomUUID()),
    })
  const remove = () =>
    setAsked({
      question: text.removeAsk({ name, links: links.length }),
      yes: text.remove,
      work: () => server.removeAudience(audienceId, crypto.randomUUID()),
    })
  return (
    <Section title={name} count={links.length} open={code !== undefined}>
      <p class="soft">{kpis.length === 0 ? text.noKpis : text.has(kpis.map(kpiName))}</p>
      <h3>{text.links}</h3>
      {links.length === 0 && <p class="soft">{text.noLinks}</p>}
      {links.map(({ keyId, title, since, linkedBy, lastReadAt }) => (
        <div key={keyId}>
          <p>
            <strong>{title}</strong>
            <br />
            <span class="soft">{text.linkedSince({ since: shownTime(since), by: linkedBy })}</span>
            <br />
            <span class="soft">{lastReadAt ? text.lastRead(shownTime(lastReadAt)) : text.neverRead}</span>
          </p>
          <div class="actions">
            <Button disabled={busy} onClick={() => unlink(keyId, title)}>
              {text.unlink}
            </Button>
          </div>
        </div>
      ))}
      {code && <CopyField label={text.code} value={code.code} hint={text.codeHint(shownTime(code.expiresAt))} />}
      {asked && (
        <Confirm
          question={asked.question}
          yes={asked.yes}
          busy={busy}
          onYes={() => doAsked(asked)}
          onNo={() => setAsked(undefined)}
        />
      )}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={makeCode}>
          {text.makeCode}
        </Button>
        <Button disabled={busy} onClick={remove}>
          {text.remove}
        </Button>
      </div>
    </Section>
  )
}
