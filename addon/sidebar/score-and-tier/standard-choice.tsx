import type { Standard } from '../../../core/standard/standard.ts'
import type { KeptStandard } from '../../standard/current-standards.ts'
import type { ScoreSetup } from '../../standard/standard-setup.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select, TextField } from '../kit/parts.tsx'
import { changeWords } from './change-words.ts'
import { ProductField } from './product-field.tsx'
import { RenameOrRemove } from './rename-or-remove.tsx'

const text = messages.scoreForm

/** Which standard is at hand, what it is called and limited to, and its versions with who and when. */
export function StandardChoice(props: {
  standards: KeptStandard[]
  proposal: Standard
  value: Standard
  onChange: (value: Standard) => void
  onNew: (value: Standard) => void
  /** A standard was renamed, or removed. */
  onNamed: (setup: ScoreSetup, said: string, name?: string) => void
}) {
  const { standards, proposal, value, onChange, onNew } = props
  const kept = standards.find(({ current }) => current.name === value.name)
  const choose = (name: string) => {
    const found = standards.find(({ current }) => current.name === name)
    if (found) onChange(found.current)
  }
  const names = standards.map(({ current }) => [current.name, current.name] as const)
  return (
    <>
      {standards.length > 0 && (
        <Select
          label={text.standard}
          value={kept ? value.name : ''}
          options={kept ? names : [...names, ['', value.name]]}
          onChange={choose}
        />
      )}
      {(!kept || kept.versions.length === 0) && (
        <TextField label={text.standardName} value={value.name} onChange={(name) => onChange({ ...value, name })} />
      )}
      <ProductField value={value.product} onChange={(product) => onChange({ ...value, product })} />
      <TextField label={text.note} value={value.note} onChange={(note) => onChange({ ...value, note })} />
      {standards.length > 0 && kept && (
        <div class="actions">
          <Button onClick={() => onNew({ ...proposal, name: text.newName(standards.length + 1) })}>
            {text.newStandard}
          </Button>
        </div>
      )}
      {kept && kept.versions.length > 0 && <RenameOrRemove key={value.name} name={value.name} onDone={props.onNamed} />}
      {kept && kept.versions.length > 0 && <Versions kept={kept} value={value} onChange={onChange} />}
    </>
  )
}

function Versions(props: { kept: KeptStandard; value: Standard; onChange: (value: Standard) => void }) {
  const { versions } = props.kept
  return (
    <>
      <h2>{text.versions}</h2>
      <ul class="list" aria-label={text.versions}>
        {[...versions].reverse().map(({ standard, savedAt, savedBy, changes }, place) => (
          <li key={standard.version}>
            <strong>{text.version(standard.version)}</strong>{' '}
            <span class="soft">{text.savedBy({ at: savedAt, by: savedBy })}</span>
            {standard.version === versions[0]?.standard.version ? (
              <p class="hint">{text.firstVersion}</p>
            ) : (
              changes.map((change) => (
                <p class="hint" key={changeWords(change)}>
                  {changeWords(change)}
                </p>
              ))
            )}
            {place > 0 && (
              <button type="button" class="link" onClick={() => props.onChange(standard)}>
                {text.bringBack}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What was edited in the tab since the last version was applied, where something was. */
export function EditedInTab({ kept, tab }: { kept: KeptStandard | undefined; tab: string }) {
  const last = kept?.versions[kept.versions.length - 1]?.standard.version
  if (!kept || last === undefined || kept.edited.length === 0) return null
  const told = [text.editedInTab({ tab, version: last }), ...kept.edited.map(changeWords)]
  return <Notice kind="warn">{told.join('\n')}</Notice>
}
