import { complaintKinds, complaintStates, severities } from '../../../../core/complaint/complaint.ts'
import type { ListedComplaint } from '../../../complaint/queue.ts'
import { DateField } from '../../kit/fields.tsx'
import { messages } from '../../kit/language.ts'
import { Section } from '../../kit/layout.tsx'
import { Button, Select, TextField } from '../../kit/parts.tsx'
import { SuggestedField } from '../../kit/suggested-field.tsx'
import { folded, openOnes, type QueueFilter } from './queue-filter.ts'

const text = messages.complaintQueue
const form = messages.complaintForm

type Props = {
  filter: QueueFilter
  /** What shows now, of which owners, tiers and categories are proposed, beside the people of the desk. */
  complaints: readonly ListedComplaint[]
  people: readonly string[]
  onChange: (filter: QueueFilter) => void
}

/** What the queue is to show: search and the three views at hand, all else folded away. */
export function QueueFilters({ filter, complaints, people, onChange }: Props) {
  const change = (part: Partial<QueueFilter>) => onChange({ ...filter, ...part })
  const field = (key: 'kind' | 'owner' | 'tier' | 'category' | 'severity' | 'from' | 'to' | 'status') => ({
    value: filter[key],
    onChange: (value: string) => change({ [key]: value }),
  })
  const seen = (of: (complaint: ListedComplaint) => string, more: readonly string[] = []) =>
    [...new Set([...more, ...complaints.map(of)])].filter(Boolean).sort()
  const set = folded.filter((key) => filter[key] !== openOnes[key]).length
  const all = ['', text.all] as const
  return (
    <>
      <TextField label={messages.form.search} value={filter.search} onChange={(search) => change({ search })} />
      <fieldset class="views">
        <legend class="unseen">{text.views}</legend>
        <View name={text.mine} on={filter.mine} onPress={(mine) => change({ mine })} />
        {(['at_risk', 'breached'] as const).map((due) => (
          <View
            key={due}
            name={text.dueViews[due]}
            on={filter.due === due}
            onPress={(on) => change({ due: on ? due : '' })}
          />
        ))}
      </fieldset>
      <Section title={text.filters} {...(set > 0 && { count: set })}>
        <Select
          label={text.state}
          options={[
            ['open', text.open],
            ['all', text.all],
            ...complaintStates.map((state) => [state, form.states[state]] as const),
          ]}
          {...field('status')}
        />
        <Select
          label={form.kind}
          options={[all, ...complaintKinds.map((kind) => [kind, form.kinds[kind]] as const)]}
          {...field('kind')}
        />
        <Select
          label={form.severity}
          options={[all, ...[...severities].reverse().map((each) => [each, form.severities[each]] as const)]}
          {...field('severity')}
        />
        {!filter.mine && (
          <SuggestedField label={text.owner} known={seen(({ owner }) => owner, people)} {...field('owner')} />
        )}
        <SuggestedField label={form.tier} known={seen(({ customer }) => customer.tier)} {...field('tier')} />
        <SuggestedField label={form.category} known={seen(({ category }) => category)} {...field('category')} />
        <DateField label={text.from} max={filter.to} {...field('from')} />
        <DateField label={text.to} min={filter.from} {...field('to')} />
        {set > 0 && (
          <div class="actions">
            <Button
              onClick={() => onChange({ ...openOnes, search: filter.search, mine: filter.mine, due: filter.due })}
            >
              {text.clear}
            </Button>
          </div>
        )}
      </Section>
    </>
  )
}

function View({ name, on, onPress }: { name: string; on: boolean; onPress: (on: boolean) => void }) {
  return (
    <button type="button" aria-pressed={on} onClick={() => onPress(!on)}>
      {name}
    </button>
  )
}
