import { useState } from 'preact/hooks'
import type { ClassCount, Classification } from '../../customer-page/classify-customers.ts'
import { messages } from '../kit/language.ts'
import { Select } from '../kit/parts.tsx'
import { Table } from '../kit/table.tsx'

const text = messages.customerForm
const ANY = '\u0000'
/** As a customer's life goes; who has no orders comes last. */
const { lifecycleStages, customerClasses } = messages
const STAGES = [
  ...(['new', 'active', 'reactivated', 'atRisk', 'lost'] as const).map((stage) => lifecycleStages[stage]),
  customerClasses.noOrders,
]

/** Life cycle against value, of all customers or of those with one need. */
export function CrossTable({ counted: { asOf, counts } }: { counted: Classification }) {
  const [need, setNeed] = useState(ANY)
  const needs = distinct(counts, 'need')
  const values = distinct(counts, 'value')
  const shown = counts.filter((count) => need === ANY || count.need === need)
  const sum = (stage: string | undefined, value: string | undefined) =>
    shown
      .filter(
        (count) => (stage === undefined || count.stage === stage) && (value === undefined || count.value === value),
      )
      .reduce((all, { customers }) => all + customers, 0)
  const stages = STAGES.filter((stage) => counts.some((count) => count.stage === stage))
  const columns = [
    { label: text.stage, cell: (stage: string | undefined) => stage ?? text.sum },
    ...values.map((value) => ({
      label: value || text.noClass,
      number: true,
      cell: (stage: string | undefined) => sum(stage, value),
    })),
    { label: text.sum, number: true, cell: (stage: string | undefined) => sum(stage, undefined) },
  ]
  return (
    <>
      {needs.length > 1 && (
        <Select
          label={text.needFilter}
          value={need}
          options={[[ANY, text.any], ...needs.map((each) => [each, each || text.noClass] as const)]}
          onChange={setNeed}
        />
      )}
      <Table
        caption={text.crossTable(asOf)}
        columns={columns}
        rows={[...stages, undefined]}
        keyOf={(stage) => stage ?? ''}
      />
    </>
  )
}

/** What occurs, in order, nothing last. */
function distinct(counts: readonly ClassCount[], part: 'value' | 'need'): string[] {
  const found = [...new Set(counts.map((count) => count[part]))]
  return found.sort((a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b))
}
