import type { Messages } from '../messages/messages.ts'
import { type ComplaintField, complaintFields } from './complaint-cells.ts'
import type { StatisticField } from './statistic-field.ts'

/** What a statistic can ask of complaints, in words. */
export function complaintStatisticFields({ statisticWords, complaintForm }: Messages): StatisticField[] {
  const { fields: words, yes, no } = statisticWords
  const labels: Partial<Record<ComplaintField, string>> = {
    'customer.owner': words.customerOwner,
    owner: words.handler,
    tier: words.tierThen,
    segment: words.segmentThen,
  }
  const choices: Partial<Record<ComplaintField, Record<string, string>>> = {
    state: complaintForm.states,
    severity: complaintForm.severities,
    channel: complaintForm.channels,
    onTime: { yes, no },
  }
  return (Object.entries(complaintFields) as [ComplaintField, StatisticField['type']][]).map(([id, type]) => {
    const label = labels[id] ?? words[id as keyof typeof words]
    const known = choices[id]
    return known ? { id, label, type, choices: Object.entries(known) } : { id, label, type }
  })
}
