import { useState } from 'preact/hooks'
import type { ToldComplaint } from '../../../complaint/one-complaint.ts'
import type { ComplaintSettings } from '../../../complaint/settings.ts'
import { messages } from '../../kit/language.ts'
import { Actions } from '../../kit/layout.tsx'
import { Button } from '../../kit/parts.tsx'
import { server } from '../../kit/server.ts'
import { useAction } from '../../kit/use-action.ts'
import { useFirstError } from '../../kit/use-first-error.ts'
import { useOnce } from '../../kit/use-once.ts'
import { useOperationId } from '../../kit/use-operation-id.ts'
import { Waiting } from '../../kit/waiting.tsx'
import { Duplicates } from './duplicates.tsx'
import { blankIntake, type IntakeDraft, intakeOf, intakeProblems } from './intake-draft.ts'
import { TakenIn } from './taken-in.tsx'
import { useDuplicates } from './use-duplicates.ts'
import { WhatFields } from './what-fields.tsx'
import { WhoField } from './who-field.tsx'

const text = messages.complaintIntake

type Props = { draft: IntakeDraft; onChange: (draft: IntakeDraft) => void; onOpen: (id: string) => void }

/** Takes in what somebody told; what they may have told already is shown before it is saved. */
export function Intake({ draft, onChange, onOpen }: Props) {
  const [settings, setSettings] = useState<ComplaintSettings>()
  const [taken, setTaken] = useState<ToldComplaint>()
  const [tries, setTries] = useState(0)
  const [logged, setLogged] = useState(0)
  const { found, check } = useDuplicates()
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setSettings(await server.complaintSettings()))
  useOnce(load)
  useFirstError(tries)
  if (!settings) return <Waiting problem={problem} onAgain={load} />

  const { policy } = settings
  const { timeZone } = policy.calendar
  const another = () => {
    setTaken(undefined)
    setTries(0)
  }
  if (taken) return <TakenIn complaint={taken} policy={policy} onOpen={onOpen} onAnother={another} />

  const problems = tries > 0 ? intakeProblems(draft, timeZone, new Date()) : {}
  const [first] = Object.values(problems)
  const log = () => {
    if (Object.keys(intakeProblems(draft, timeZone, new Date())).length > 0) return setTries(tries + 1)
    return run(async () => {
      const known = new Set(found.map(({ id }) => id))
      const duplicates = await check(draft)
      if (duplicates.some(({ id }) => !known.has(id))) return
      const intake = intakeOf(draft, timeZone)
      setTaken(await server.logComplaint(intake, operationId([intake, logged])))
      setLogged(logged + 1)
      onChange(blankIntake)
    })
  }
  return (
    <>
      <WhoField draft={draft} onChange={onChange} problems={problems} />
      <div class="stack" onFocusOut={() => void check(draft).catch(() => {})}>
        <WhatFields draft={draft} onChange={onChange} problems={problems} policy={policy} />
      </div>
      {found.length > 0 && <Duplicates complaints={found} timeZone={timeZone} onOpen={onOpen} />}
      <Actions busy={busy} doing={text.saving} problem={first ?? problem}>
        <Button primary disabled={busy} onClick={log}>
          {found.length > 0 ? text.logAllTheSame : messages.complaintForm.log}
        </Button>
      </Actions>
    </>
  )
}
