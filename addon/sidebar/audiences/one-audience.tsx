import { useState } from 'preact/hooks'
import type { Audience, AudienceCode, SharedKpi } from '../../audience/audiences.ts'
import { AskedButton } from '../kit/asked-button.tsx'
import { CopyField } from '../kit/copy-field.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { audienceName } from './audience-name.ts'

const text = messages.audiences

function kpiName({ label, by }: SharedKpi): string {
  return by === '' ? label : text.cutBy({ kpi: label, by: text.cuts[by] })
}

/** An audience: what it has, its spreadsheets, a code for another one. */
export function OneAudience({ audience, onChanged }: { audience: Audience; onChanged: () => void }) {
  const { audienceId, kpis, links } = audience
  const name = audienceName(audience)
  const [code, setCode] = useState<AudienceCode>()
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const makeCode = () => run(async () => setCode(await server.makeAudienceCode(audienceId, crypto.randomUUID())))
  const unlink = (keyId: string) =>
    run(async () => {
      await server.unlinkSpreadsheet(audienceId, keyId, operationId(keyId))
      onChanged()
    })
  const remove = () =>
    run(async () => {
      await server.removeAudience(audienceId, operationId('remove'))
      onChanged()
    })
  return (
    <Section title={name} count={links.length} open={code !== undefined}>
      <p class="soft">{kpis.length === 0 ? text.noKpis : text.has(kpis.map(kpiName))}</p>
      <h3>{text.links}</h3>
      {links.length === 0 && <p class="soft">{text.noLinks}</p>}
      <List label={text.links} items={links} keyOf={({ keyId }) => keyId} textOf={({ title }) => title}>
        {({ keyId, title, since, linkedBy, lastReadAt }) => (
          <>
            <p>
              <strong>{title}</strong>
              <br />
              <span class="soft">{text.linkedSince({ since: shownTime(since), by: linkedBy })}</span>
              <br />
              <span class="soft">{lastReadAt ? text.lastRead(shownTime(lastReadAt)) : text.neverRead}</span>
            </p>
            <div class="actions">
              <AskedButton
                label={text.unlink}
                question={text.unlinkAsk(title)}
                disabled={busy}
                onYes={() => unlink(keyId)}
              />
            </div>
          </>
        )}
      </List>
      {code && <CopyField label={text.code} value={code.code} hint={text.codeHint(shownTime(code.expiresAt))} />}
      {problem && <Notice kind="bad">{problem}</Notice>}
      <div class="actions">
        <Button disabled={busy} onClick={makeCode}>
          {text.makeCode}
        </Button>
        <AskedButton
          label={text.remove}
          question={text.removeAsk({ name, links: links.length })}
          disabled={busy}
          onYes={remove}
        />
      </div>
    </Section>
  )
}
