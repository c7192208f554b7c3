import { useState } from 'preact/hooks'
import type { TierPreview } from '../../standard/score-customers.ts'
import type { Indicator, Standard } from '../../standard/standard.ts'
import { messages } from '../kit/language.ts'
import { Button, Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { IndicatorRows } from './indicator-rows.tsx'
import { PreviewTable } from './preview-table.tsx'
import { TierRows } from './tier-rows.tsx'

const text = messages.scoreForm

/** Choose what counts and how much, see who would land where, then write Score and Tier. */
export function ScoreAndTier() {
  const [sheets, setSheets] = useState<string[]>([])
  const [indicators, setIndicators] = useState<Indicator[]>([])
  const [standard, setStandard] = useState<Standard>()
  const [preview, setPreview] = useState<TierPreview>()
  const [written, setWritten] = useState('')
  const { busy, problem, run } = useAction()

  const load = (customers?: string, orders?: string) =>
    run(async () => {
      const setup = await server.scoreSetup(customers, orders)
      setSheets(setup.sheets)
      setIndicators(setup.indicators)
      change(setup.standard)
    })
  useOnce(() => void load())

  const change = (next: Standard) => {
    setStandard(next)
    setPreview(undefined)
    setWritten('')
  }
  if (!standard)
    return problem ? <Notice kind="bad">{problem}</Notice> : <p class="soft spin">{messages.form.loading}</p>

  const tabs = sheets.map((name) => [name, name] as const)
  return (
    <>
      <h1>{text.title}</h1>
      <Select
        label={text.customerTab}
        value={standard.customers}
        options={tabs}
        onChange={(name) => load(name, standard.orders)}
      />
      <Select
        label={text.orderTab}
        value={standard.orders}
        options={[['', text.noOrders], ...tabs]}
        onChange={(name) => load(standard.customers, name)}
      />
      <IndicatorRows
        choices={indicators}
        value={standard.indicators}
        onChange={(next) => change({ ...standard, indicators: next })}
      />
      <Select
        label={text.method}
        value={standard.method}
        options={[
          ['PERCENTRANK', text.percentRank],
          ['MINMAX', text.minMax],
        ]}
        onChange={(method) => change({ ...standard, method: method as Standard['method'] })}
      />
      <TierRows value={standard.tiers} onChange={(tiers) => change({ ...standard, tiers })} />
      {problem && <Notice kind="bad">{problem}</Notice>}
      {preview && <PreviewTable preview={preview} />}
      {written && <Notice kind="good">{written}</Notice>}
      <div class="actions">
        <Button
          primary={!preview}
          disabled={busy}
          onClick={() => run(async () => setPreview(await server.previewTiers(standard)))}
        >
          {messages.form.preview}
        </Button>
        {preview && (
          <Button
            primary
            disabled={busy}
            onClick={() => run(async () => setWritten(text.written(await server.applyTiers(standard))))}
          >
            {text.apply}
          </Button>
        )}
      </div>
      {busy && <p class="soft spin">{messages.form.working}</p>}
    </>
  )
}
