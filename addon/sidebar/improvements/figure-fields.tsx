import { claimKinds, type FigureCut, figureCuts } from '../../../core/improvements/improvement.ts'
import type { ImprovementsSetup } from '../../improvements/improvements-setup.ts'
import type { SavedImprovement } from '../../improvements/save-improvement.ts'
import { DateField, NumberField } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Select } from '../kit/parts.tsx'

const text = messages.improvementsForm

type Props = {
  entry: SavedImprovement
  setup: ImprovementsSetup
  onChange: (part: Partial<SavedImprovement>) => void
}

/** Asks which figure the action should move, whose, since when it can show, and what is claimed of it. */
export function FigureFields({ entry, setup, onChange }: Props) {
  const { figure, by, group, began, claim, claimKind } = entry
  const measure = setup.measures.find(({ id }) => id === figure)
  const cuts = figureCuts.filter((cut) => !measure || measure.cuts.includes(cut))
  const plain = messages.improvementEffect.units[measure?.unit ?? 'count'] || text.plain
  const claims = { points: plain, relative: text.ofBefore }
  return (
    <>
      <Select
        label={text.effect}
        value={figure}
        options={[['', text.noFigure], ...withOwn(setup.measures, figure).map(({ id, label }) => [id, label] as const)]}
        onChange={(next) => onChange({ figure: next, began: began || setup.today })}
      />
      {figure !== '' && (
        <>
          <Select
            label={text.by}
            value={by}
            options={[['', text.everything], ...cuts.map((cut) => [cut, messages.improvementWords.cuts[cut]] as const)]}
            onChange={(next) => onChange({ by: next as FigureCut | '', group: '' })}
          />
          {by !== '' && (
            <Select
              label={text.group}
              value={group}
              options={[['', text.choose], ...named(setup.groups[by], group).map((name) => [name, name] as const)]}
              onChange={(next) => onChange({ group: next })}
            />
          )}
          <DateField
            label={text.began}
            hint={text.beganHint}
            value={began}
            onChange={(day) => onChange({ began: day })}
          />
          <NumberField
            label={text.claim}
            hint={measure?.direction === -1 ? text.claimHint.down : text.claimHint.up}
            min={0}
            value={claim ?? undefined}
            onChange={(next) => onChange({ claim: next ?? null })}
          />
          {claim !== null && (
            <Select
              label={text.claimKind}
              value={claimKind}
              options={claimKinds.map((kind) => [kind, claims[kind]] as const)}
              onChange={(kind) => onChange({ claimKind: kind as SavedImprovement['claimKind'] })}
            />
          )}
        </>
      )}
    </>
  )
}

type Named = { id: string; label: string }

/** A figure that is no longer known stays to be seen. */
function withOwn(measures: readonly Named[], id: string): readonly Named[] {
  return id === '' || measures.some((one) => one.id === id) ? measures : [{ id, label: id }, ...measures]
}

/** So does a group that the lists no longer hold. */
function named(names: readonly string[], group: string): readonly string[] {
  return group === '' || names.includes(group) ? names : [group, ...names]
}
