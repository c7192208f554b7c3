import { useState } from 'preact/hooks'
import { messages } from '../kit/language.ts'
import { Tabs } from '../kit/tabs.tsx'
import { History } from './history.tsx'
import { Prove } from './prove.tsx'
import { SheetPart } from './sheet-part.tsx'

const text = messages.kpi
const parts = { sheet: SheetPart, history: History, prove: Prove }

/** The KPI sheet, what its figures were on earlier days, and the proof of each. */
export function KpiSheet() {
  const [part, setPart] = useState<keyof typeof parts>('sheet')
  const Part = parts[part]
  const tabs = (Object.keys(parts) as (keyof typeof parts)[]).map((key) => [key, text.parts[key]] as const)
  return (
    <>
      <h1>{text.title}</h1>
      <Tabs label={text.title} tabs={tabs} selected={part} onSelect={(key) => setPart(key as keyof typeof parts)}>
        <Part />
      </Tabs>
    </>
  )
}
