import { useState } from 'preact/hooks'
import type { ListedKey, ListedKeys } from '../../workspace/document-keys.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { shownTime } from '../kit/shown-time.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'

const text = messages.documentKeys

type Asked = { question: string; yes: string; done: string; work: (operationId: string) => Promise<void>; id: string }

/** Which spreadsheets read figures of the workspace: each with its key, which is renewed or revoked here. */
export function DocumentKeys() {
  const [listed, setListed] = useState<ListedKeys>()
  const [asked, setAsked] = useState<Asked>()
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setListed(await server.documentKeys()))
  useOnce(load)
  if (!listed)
    return (
      <Section title={text.title}>
        <Waiting problem={problem} onAgain={load} />
      </Section>
    )
  const ask = (question: Omit<Asked, 'id'>) => {
    setDone('')
    setAsked({ ...question, id: crypto.randomUUID() })
  }
  const doAsked = ({ work, id, done }: Asked) =>
    run(async () => {
      await work(id)
      setAsked(undefined)
      setDone(done)
      setListed(await server.documentKeys())
    })
  const renew = () =>
    ask({ question: text.renewAsk, yes: text.renew, done: text.renewed, work: server.renewDocumentKey })
  const revoke = (key: ListedKey) =>
    ask({
      question: key.spreadsheetId === listed.own ? text.revokeOwnAsk : text.revokeAsk(titleOf(key)),
      yes: text.revoke,
      done: text.revoked,
      work: (operationId) => server.revokeDocumentKey(key.keyId, operationId),
    })
  const confirm = asked && (
    <Confirm
      question={asked.question}
      yes={asked.yes}
      busy={busy}
      onYes={() => doAsked(asked)}
      onNo={() => setAsked(undefined)}
    />
  )
  return (
    <Section title={text.title} count={listed.keys.length} open={!listed.isGood}>
      <p class="soft">{text.why}</p>
      {!listed.isGood && <Notice kind="warn">{text.ownIsOver}</Notice>}
      {!listed.mayChange && <p class="soft">{text.adminsOnly}</p>}
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && !problem && <Notice kind="good">{done}</Notice>}
      {confirm}
      {listed.mayChange && (
        <div class="actions">
          <Button disabled={busy} onClick={renew}>
            {text.renew}
          </Button>
        </div>
      )}
      <List label={text.title} items={listed.keys} keyOf={({ keyId }) => keyId} textOf={titleOf}>
        {(key) => (
          <>
            <OneKey listed={key} isOwn={key.spreadsheetId === listed.own} />
            {listed.mayChange && (
              <div class="actions">
                <Button disabled={busy} onClick={() => revoke(key)}>
                  {text.revoke}
                </Button>
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
