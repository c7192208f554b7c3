import type { EntryStandard } from '../../../core/entry-standard/entry-rule.ts'
import type { EntrySetup } from '../../entry-standard/entry-setup.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'
import { changeLines } from './rule-words.ts'

const text = messages.entryForm
const words = messages.scoreForm

/** Every version of the rules with who saved it, when, and what it changed; an earlier one can be taken again. */
export function RuleVersions(props: { setup: EntrySetup; onTake: (standard: EntryStandard) => void }) {
  const { standard, earlier, fields } = props.setup
  if (standard.version === 0) return null
  const versions = [standard, ...earlier]
  const labelOf = (asked: string) => fields.find(({ field }) => field === asked)?.label ?? asked
  return (
    <Section title={words.versions} count={versions.length}>
      <List label={words.versions} items={versions} keyOf={({ version }) => version}>
        {(version) => (
          <>
            <strong>{words.version(version.version)}</strong>{' '}
            <span class="soft">{words.savedBy({ at: version.savedAt, by: version.savedBy })}</span>
            <Changes before={versions[versions.indexOf(version) + 1]} version={version} labelOf={labelOf} />
            {version !== standard && (
              <button type="button" class="link" onClick={() => props.onTake(version)}>
                {words.bringBack}
              </button>
            )}
          </>
        )}
      </List>
    </Section>
  )
}

function Changes(props: {
  before: EntryStandard | undefined
  version: EntryStandard
  labelOf: (field: string) => string
}) {
  const { before, version } = props
  if (!before) return version.version === 1 ? <p class="hint">{words.firstVersion}</p> : null
  const lines = changeLines(before, version, props.labelOf)
  return (
    <>
      {lines.length === 0 && <p class="hint">{text.unchanged}</p>}
      {lines.map((line) => (
        <p class="hint" key={line}>
          {line}
        </p>
      ))}
    </>
  )
}
