import { messages } from '../kit/language.ts'
import { SheetPart } from './sheet-part.tsx'

/** The KPI sheet. */
export function KpiSheet() {
  return (
    <>
      <h1>{messages.kpi.title}</h1>
      <SheetPart />
    </>
  )
}
