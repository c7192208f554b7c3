import { useState } from 'preact/hooks'
import type { FormLink } from '../../../complaint/form-link.ts'
import { Confirm } from '../../kit/confirm.tsx'
import { CopyField } from '../../kit/copy-field.tsx'
import { messages } from '../../kit/language.ts'
import { Empty } from '../../kit/layout.tsx'
import { Button, Notice } from '../../kit/parts.tsx'
import { QrCode } from '../../kit/qr-code.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { Waiting } from '../../kit/waiting.tsx'

const text = messages.complaintSettings.form

/** The link of the public form, to be handed out or withdrawn: it is made at once, not with the other settings. */
export function FormPart() {
  const [form, setForm] = useState<FormLink>()
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState('')
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setForm(await server.complaintForm()))
  useOnce(load)
  if (!form) return <Waiting problem={problem} onAgain={load} />

  const make = () =>
    run(async () => {
      setDone('')
      setForm(await server.makeComplaintForm(operationId('make')))
    })
  const revoke = () =>
    run(async () => {
      setForm(await server.revokeComplaintForm(operationId(form)))
      setAsking(false)
      setDone(text.revoked)
    })
  return (
    <>
      <p class="hint">{text.why}</p>
      {problem && <Notice kind="bad">{problem}</Notice>}
      {done && <Notice kind="good">{done}</Notice>}
      {form.link ? (
        <Handed link={form.link} busy={busy} onRevoke={() => setAsking(true)} />
      ) : (
        <Empty title={text.none}>
          <Button disabled={busy} onClick={make}>
            {text.make}
          </Button>
        </Empty>
      )}
      {asking && (
        <Confirm
          question={text.revokeQuestion}
          yes={text.revoke}
          busy={busy}
          onYes={revoke}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  )
}

function Handed({ link, busy, onRevoke }: { link: string; busy: boolean; onRevoke: () => void }) {
  return (
    <>
      <CopyField label={text.messageLabel} value={text.message(link)} />
      <CopyField label={text.link} value={link} />
      <QrCode content={link} label={text.qr} save={text.saveQr} file="complaint-form.svg" />
      <p>
        <a href={link} target="_blank" rel="noreferrer">
          {text.open}
        </a>
      </p>
      <div class="actions">
        <Button disabled={busy} onClick={onRevoke}>
          {text.revoke}
        </Button>
      </div>
    </>
  )
}
