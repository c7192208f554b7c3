import type { OwnStatistic, ShownVersion } from '../../own-statistics/own-statistics.ts'
import { messages } from '../kit/language.ts'
import { Section } from '../kit/layout.tsx'
import { List } from '../kit/list.tsx'

const text = messages.ownStatistics

/** Every version with who saved it, when, and what it says; an earlier one can be taken into the form again. */
export function Versions(props: { statistic: OwnStatistic; onTake: (version: ShownVersion) => void }) {
  const { versions } = props.statistic
  return (
    <Section title={text.versions} count={versions.length}>
      <List label={text.versions} items={versions} keyOf={({ version }) => version}>
        {(version) => (
          <>
            <strong>{version.name}</strong>
            <p class="soft">
              {text.versionOf({ version: version.version, at: version.savedAt, by: version.savedBy })}
              {version === versions[0] && ` (${text.current})`}
            </p>
            <p class="hint">{version.says}</p>
            {version !== versions[0] && version.definition && (
              <button type="button" class="link" onClick={() => props.onTake(version)}>
                {text.bringBack}
              </button>
            )}
          </>
        )}
      </List>
    </Section>
  )
}
