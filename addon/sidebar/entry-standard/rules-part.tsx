import { useState } from 'preact/hooks'
import type { EntryRule, EntryRules } from '../../../core/entry-standard/entry-rule.ts'
import { fullerEntryRules, fullerFields } from '../../../core/entry-standard/fuller-entry-rules.ts'
import type { EntrySetup } from '../../entry-standard/entry-setup.ts'
import { Confirm } from '../kit/confirm.tsx'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useFirstError } from '../kit/use-first-error.ts'
import { RuleFields } from './rule-fields.tsx'
import { RuleVersions } from './rule-versions.tsx'

const text = messages.entryForm

/** A rule for each field that people enter; saved together, as the next version. */
export function RulesPart({ setup, onSaved }: { setup: EntrySetup; onSaved: (setup: EntrySetup) => void }) {
  const { sheet, standard, fields } = setup
  const [rules, setRules] = useState(standard.rules)
  const [strict, setStrict] = useState(standard.strict)
  const [asks, setAsks] = useState(false)
  const [blank, setBlank] = useState('')
  const [presses, setPresses] = useState(0)
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()

  useFirstError(blank && presses)
  const ask = () => {
    const found = rules.find(({ format, allowed }) => format === 'list' && !allowed.some((value) => value.trim()))
    setBlank(found?.field ?? '')
    setPresses(presses + 1)
    setAsks(!found)
  }
  const take = (next: EntryRules, said: string) => {
    setBlank('')
    setRules(next.rules)
    setStrict(next.strict)
    setDone(said)
  }
  const change = (next: EntryRule) =>
    take({ rules: [...rules.filter(({ field }) => field !== next.field), next], strict }, '')
  const save = () =>
    run(async () => {
      setAsks(false)
      const { added, ...saved } = await server.applyEntryStandard({ rules, strict }, standard.version)
      setRules(saved.standard.rules)
      onSaved(saved)
      setDone(text.applied({ columns: saved.standard.rules.length, added }))
    })
  const asked = new Set(rules.filter(({ required, format }) => required || format !== '').map(({ field }) => field))
  const added = fields.filter(({ field, hasColumn }) => !hasColumn && asked.has(field)).map(({ label }) => label)

  const blankList = messages.errors.entryListBlank({ column: fields.find(({ field }) => field === blank)?.label ?? '' })
  const isRequired = (field: string) => rules.some((rule) => rule.field === field && rule.required)
  const fuller = fields.filter(({ field }) => fullerFields.some((each) => each === field) && !isRequired(field))
  return (
    <>
      <p class="soft">{text.why}</p>
      <p class="soft">
        {standard.version === 0
          ? text.unsaved
          : text.version({ version: standard.version, by: standard.savedBy, at: standard.savedAt })}
      </p>
      <div>
        {fields.map((each) => (
          <RuleFields
            key={each.field}
            asked={each}
            rule={rules.find(({ field }) => field === each.field)}
            invalid={each.field === blank}
            onChange={change}
          />
        ))}
      </div>
      {fuller.length > 0 && (
        <div class="actions">
          <Button onClick={() => take({ rules: fullerEntryRules(rules), strict }, '')}>{text.askFuller}</Button>
          <p class="hint">{text.fullerHint(fuller.map(({ label }) => label))}</p>
        </div>
      )}
      <Checkbox label={text.strict} hint={text.strictHint} value={strict} onChange={setStrict} />
      <RuleVersions setup={setup} onTake={(version) => take(version, text.broughtBack(version.version))} />
      <Actions busy={busy} doing={text.saving} problem={blank ? blankList : problem} done={done}>
        {asks ? (
          <Confirm
            question={added.length > 0 ? text.confirm({ columns: added, sheet }) : text.confirmRules(sheet)}
            yes={text.apply}
            onYes={save}
            onNo={() => setAsks(false)}
          />
        ) : (
          <Button primary disabled={busy} onClick={ask}>
            {text.apply}
          </Button>
        )}
      </Actions>
    </>
  )
}
