import { useState } from 'preact/hooks'
import type { KpiProof, ProvableKpi } from '../../kpi/prove/prove-kpi.ts'
import { messages } from '../kit/language.ts'
import { Actions, Empty } from '../kit/layout.tsx'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { Table } from '../kit/table.tsx'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { ProofDetails } from './proof-details.tsx'
import { shownValue } from './shown-value.ts'

const text = messages.kpiProofForm

/** Proves a tile of the KPI sheet: the figure, a recount beside it, and what both rest on. */
export function Prove() {
  const [tiles, setTiles] = useState<ProvableKpi[]>()
  const [kpi, setKpi] = useState('')
  const [proof, setProof] = useState<KpiProof>()
  const { busy, problem, run } = useAction()
  const load = () =>
    run(async () => {
      const found = await server.provableKpis()
      setTiles(found)
      setKpi(found[0]?.kpi ?? '')
    })
  useOnce(load)
  if (!tiles) return <Waiting problem={problem} onAgain={load} />
  if (tiles.length === 0) return <Empty title={text.none} />
  const choose = (chosen: string) => {
    setKpi(chosen)
    setProof(undefined)
  }
  return (
    <>
      <p>{text.why}</p>
      <Select
        label={text.tile}
        value={kpi}
        options={tiles.map((each) => [each.kpi, each.label] as const)}
        onChange={choose}
      />
      {proof && <Proven proof={proof} />}
      <Actions busy={busy} problem={problem} doing={text.proving}>
        <Button primary disabled={busy} onClick={() => run(async () => setProof(await server.proveKpi(kpi)))}>
          {text.prove}
        </Button>
      </Actions>
    </>
  )
}

function Proven({ proof }: { proof: KpiProof }) {
  const { shown, recount, verdict } = proof
  const columns = [
    { label: text.figure, cell: (row: Row) => row.name },
    { label: text.shown, number: true, cell: (row: Row) => row.shown },
    { label: text.recount, number: true, cell: (row: Row) => row.recount },
  ]
  const value = (each: number | undefined) => shownValue(each, shown.unit)
  const count = (each: number | undefined) => shownValue(each, 'count')
  const rows: Row[] = [
    { name: text.value, shown: value(shown.value), recount: value(recount.value) },
    { name: text.n, shown: count(shown.n), recount: count(recount.n) },
  ]
  const kinds = { same: 'good', changed: 'warn', differs: 'bad' } as const
  return (
    <>
      <Notice kind={kinds[verdict]}>{sentence(proof)}</Notice>
      <Table caption={shown.label} columns={columns} rows={rows} keyOf={({ name }) => name} />
      <ProofDetails proof={proof} />
    </>
  )
}

type Row = { name: string; shown: string; recount: string }

function sentence({ verdict, asOf, recount }: KpiProof): string {
  if (verdict === 'changed') return text.verdicts.changed(asOf)
  return verdict === 'same' && recount.again ? text.verdicts.again : text.verdicts[verdict]
}
