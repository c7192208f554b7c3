import { useState } from 'preact/hooks'
import type { KpiSetup } from '../../kpi/kpi-setup.ts'
import type { KpiSettings } from '../../kpi/kpi-sheet.ts'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'

const text = messages.kpi

/** Builds the KPI sheet from chosen tabs and a survey, refreshes it, and keeps it fresh every hour. */
export function KpiSheet() {
  const [setup, setSetup] = useState<KpiSetup>()
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.kpiSetup()))
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />

  const { settings } = setup
  const change = (part: Partial<KpiSettings>) => setSetup({ ...setup, settings: { ...settings, ...part } })
  const show = (work: () => Promise<{ sheet: string; asOf: string }>) =>
    run(async () => {
      setDone('')
      setDone(text.built(await work()))
      setSetup({ ...setup, built: true })
    })
  const tabs = setup.sheets.map((name) => [name, name] as const)
  return (
    <>
      <h1>{text.title}</h1>
      <p>{text.why}</p>
      <Select
        label={text.customerTab}
        value={settings.customers}
        options={tabs}
        onChange={(customers) => change({ customers })}
      />
      <Select
        label={text.orderTab}
        value={settings.orders}
        options={[['', messages.scoreForm.noOrders], ...tabs]}
        onChange={(orders) => change({ orders })}
      />
      <Select
        label={text.survey}
        value={settings.survey}
        options={[['', text.noSurvey], ...setup.surveys.map(({ id, title }) => [id, title] as const)]}
        onChange={(survey) =>
          change({ survey, surveyTitle: setup.surveys.find(({ id }) => id === survey)?.title ?? '' })
        }
      />
      {setup.built && (
        <label class="check">
          <input
            type="checkbox"
            checked={setup.hourly}
            disabled={busy}
            onChange={(event) => {
              const on = event.currentTarget.checked
              run(async () => setSetup({ ...setup, hourly: await server.setKpiSheetHourly(on) }))
            }}
          />
          <span>{text.hourly}</span>
        </label>
      )}
      <Actions busy={busy} problem={problem} done={done}>
        <Button
          primary
          disabled={busy || !settings.customers}
          onClick={() => show(() => server.buildKpiSheet(settings))}
        >
          {text.build}
        </Button>
        {setup.built && (
          <Button disabled={busy} onClick={() => show(server.refreshKpiSheet)}>
            {text.refresh}
          </Button>
        )}
      </Actions>
    </>
  )
}
