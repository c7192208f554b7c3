import { useState } from 'preact/hooks'
import type { ListedKey, ListedKeys } from '../../workspace/document-keys.ts'
import { AskedButton } from '../kit/asked-button.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { Waiting } from '../kit/waiting.tsx'

const text = messages.documentKeys

/** Which spreadsheets read figures of the workspace: each with its key, which is renewed or revoked here. */
export function DocumentKeys() {
  const [listed, setListed] = useState<ListedKeys>()
  const [done, setDone] = useState('')
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setListed(await server.documentKeys()))
  useOnce(load)
  if (!listed)
    return (
      <Section title={text.title}>
        <Waiting problem={problem} onAgain={load} />
      </Section>
    )
  const changed = (said: string, work: () => Promise<void>) =>
    run(async () => {
      setDone('')
      await work()
      setDone(said)
      setListed(await server.documentKeys())
    })
  const renew = () => changed(text.renewed, () => server.renewDocumentKey(operationId(listed)))
  const revoke = ({ keyId }: ListedKey) =>
    changed(text.revoked, () => server.revokeDocumentKey(keyId, operationId(keyId)))
  return (
    <Section title={text.title} count={listed.keys.length} open={!listed.isGood}>
      <p class="soft">{text.why}</p>
      {!listed.isGood && <Notice kind="warn">{text.ownIsOver}</Notice>}
      {!listed.mayChange && <p class="soft">{text.adminsOnly}</p>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && !problem && <Notice kind="good">{done}</Notice>}
      {listed.mayChange && (
        <div class="actions">
          <AskedButton label={text.renew} question={text.renewAsk} disabled={busy} onYes={renew} />
        </div>
      )}
      <List label={text.title} items={listed.keys} keyOf={({ keyId }) => keyId} textOf={titleOf}>
        {(key) => (
          <>
            <OneKey listed={key} isOwn={key.spreadsheetId === listed.own} />
            {listed.mayChange && (
              <div class="actions">
                <AskedButton
                  label={text.revoke}
                  question={key.spreadsheetId === listed.own ? text.revokeOwnAsk : text.revokeAsk(titleOf(key))}
                  disabled={busy}
                  onYes={() => revoke(key)}
                />
              </div>
            )}
          </>
        )}
      </List>
    </Section>
  )
}

function OneKey({ listed, isOwn }: { listed: ListedKey; isOwn: boolean }) {
  const { spreadsheetId, audience, grants, createdAt, createdBy, lastUsedAt, expiresAt } = listed
  return (
    <p>
      <a
        href={`https://docs.google.com/spreadsheets/d/${encodeURIComponent(spreadsheetId)}`}
        target="_blank"
        rel="noreferrer"
      >
        <strong>{titleOf(listed)}</strong>
      </a>
      {isOwn && ` ${text.own}`}
      <br />
      <span class="soft">
        {audience
          ? text.ofAudience(audience.kind === 'everyone' ? messages.audiences.everyone : audience.name)
          : text.reads(grants.map((grant) => text.grants[grant]))}
      </span>
      <br />
      <span class="soft">{text.made({ at: shownTime(createdAt), by: createdBy })}</span>
      <br />
      <span class="soft">{lastUsedAt ? text.lastUsed(shownTime(lastUsedAt)) : text.neverUsed}</span>
      {expiresAt && (
        <>
          <br />
          <span class="soft">{text.until(shownTime(expiresAt))}</span>
        </>
      )}
    </p>
  )
}

function titleOf({ title, spreadsheetId }: ListedKey): string {
  return title || spreadsheetId
}
