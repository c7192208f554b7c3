import { useState } from 'preact/hooks'
import { improvementStatuses } from '../../../core/improvements/improvement.ts'
import type { ShownImprovement } from '../../improvements/improvements-setup.ts'
import type { SavedImprovement } from '../../improvements/save-improvement.ts'
import { DateField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Select, TextField } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { AccountFields } from './account-fields.tsx'
import { FigureFields } from './figure-fields.tsx'
import type { PartProps } from './improvements.tsx'

const text = messages.improvementsForm

const empty: SavedImprovement = {
  ...{ id: '', what: '', who: '', until: '', status: 'open', customerId: '', side: '', review: '' },
  ...{ figure: '', by: '', group: '', began: '', claim: null, claimKind: 'points' },
}

/** One action: what, who, until when, whose account plan it is part of, and the figure that it should move. */
export function EditPart({ setup, onChanged, action }: PartProps & { action: ShownImprovement | undefined }) {
  const [entry, setEntry] = useState<SavedImprovement>(action ?? empty)
  const [saved, setSaved] = useState('')
  const { busy, problem, run } = useAction()
  const update = (part: Partial<SavedImprovement>) => {
    setEntry({ ...entry, ...part })
    setSaved('')
  }
  const save = () =>
    run(async () => {
      const id = await server.saveImprovement(entry)
      await onChanged()
      setEntry({ ...entry, id })
      setSaved(text.saved(id))
    })
  return (
    <>
      <TextField label={text.what} value={entry.what} long onChange={(what) => update({ what })} />
      <TextField label={text.who} value={entry.who} onChange={(who) => update({ who })} />
      <DateField label={text.until_} value={entry.until} onChange={(until) => update({ until })} />
      <Select
        label={text.status}
        value={entry.status}
        options={improvementStatuses.map((one) => [one, messages.improvementWords.statuses[one]] as const)}
        onChange={(status) => update({ status: status as SavedImprovement['status'] })}
      />
      <FigureFields entry={entry} setup={setup} onChange={update} />
      <AccountFields entry={entry} onChange={update} />
      <Actions busy={busy} problem={problem} done={saved} doing={text.saving}>
        <Button primary disabled={busy || entry.what.trim() === ''} onClick={save}>
          {text.save}
        </Button>
      </Actions>
    </>
  )
}
