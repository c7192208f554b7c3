import { useState } from 'preact/hooks'
import type { ComplaintSettings as Settings } from '../../complaint/settings.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Tabs } from '../kit/tabs.tsx'
import { useAction } from '../kit/use-action.ts'
import { useFirstError } from '../kit/use-first-error.ts'
import { useOnce } from '../kit/use-once.ts'
import { useOperationId } from '../kit/use-operation-id.ts'
import { Waiting } from '../kit/waiting.tsx'
import { parts } from './parts.ts'
import { policyOf, rebased, type SettingsDraft, settingsDraft } from './settings-draft.ts'

const text = messages.complaintSettings

/** How the complaint desk works: everyone sees it, administrators change it, all parts at once. */
export function ComplaintSettings() {
  const [settings, setSettings] = useState<Settings>()
  const [draft, setDraft] = useState<SettingsDraft>()
  const [part, setPart] = useState(parts[0]!.key)
  const [done, setDone] = useState('')
  const [marked, setMarked] = useState(0)
  const operationId = useOperationId()
  const { busy, problem, run } = useAction()
  useFirstError(marked)

  const take = (next: Settings, said = '') => {
    setSettings(next)
    setDraft(settingsDraft(next.policy))
    setDone(said)
    setMarked(0)
  }
  const load = () => run(async () => take(await server.complaintSettings()))
  useOnce(load)
  if (!settings || !draft) return <Waiting problem={problem} onAgain={load} />

  const change = (next: SettingsDraft) => {
    setDraft(next)
    setDone('')
    setMarked(0)
  }
  const save = () => {
    const wrong = parts.find(({ isWrong }) => isWrong(draft))
    if (wrong) {
      setPart(wrong.key)
      setMarked(marked + 1)
      return
    }
    run(async () => {
      const policy = policyOf(draft)
      const saved = await server.saveComplaintSettings(policy, operationId(policy))
      take(saved, text.saved)
    })
  }
  const loadAgain = () =>
    run(async () => {
      const newer = await server.complaintSettings()
      setDraft(rebased(draft, settings.policy, newer.policy))
      setSettings(newer)
      setDone(text.loaded)
    })
  const { View } = parts.find(({ key }) => key === part)!
  return (
    <>
      {!settings.mayChange && <p class="soft">{text.readOnly}</p>}
      <Tabs label={text.title} tabs={parts.map(({ key, label }) => [key, label])} selected={part} onSelect={setPart}>
        <View draft={draft} onChange={change} readOnly={!settings.mayChange} />
      </Tabs>
      {settings.mayChange && (
        <Actions busy={busy} doing={text.saving} problem={marked ? text.correct : problem} done={done}>
          <Button primary disabled={busy} onClick={save}>
            {text.save}
          </Button>
          {problem && (
            <Button disabled={busy} onClick={loadAgain}>
              {text.loadAgain}
            </Button>
          )}
        </Actions>
      )}
    </>
  )
}
