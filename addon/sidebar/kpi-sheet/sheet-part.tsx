import { useState } from 'preact/hooks'
import { type KpiPlan, MOST_TILES } from '../../../core/kpi/kpi-plan.ts'
import type { KpiSetup } from '../../kpi/kpi-setup.ts'
import type { BuiltKpiSheet } from '../../kpi/kpi-sheet.ts'
import { Confirm } from '../kit/confirm.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { Hourly } from './hourly.tsx'
import { PlanFields } from './plan-fields.tsx'

const text = messages.kpi

/** Creates the KPI sheet from a plan, refreshes it, and says who does so every hour. */
export function SheetPart() {
  const [setup, setSetup] = useState<KpiSetup>()
  const [built, setBuilt] = useState<BuiltKpiSheet>()
  const [asking, setAsking] = useState(false)
  const { busy, problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.kpiSetup()))
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />

  const plan = setup.settings
  const change = (part: Partial<KpiPlan>) => setSetup({ ...setup, settings: { ...plan, ...part } })
  const write = (work: () => Promise<BuiltKpiSheet>) =>
    run(async () => {
      setBuilt(undefined)
      setBuilt(await work())
      setAsking(false)
      setSetup({ ...setup, built: true })
    })
  const turn = (on: boolean) =>
    run(async () => {
      const hourly = await server.setKpiSheetHourly(on)
      setSetup({ ...setup, hourly })
      setBuilt(await server.refreshKpiSheet())
    })
  const wrong = plan.tiles.length === 0 ? text.noTiles : plan.tiles.length > MOST_TILES ? text.tooMany(MOST_TILES) : ''
  const failed = built && built.problems.length > 0
  const told = failed ? text.notAll({ sheet: built.sheet, problems: built.problems.join(' ') }) : ''
  return (
    <>
      {!setup.built && <p>{text.why}</p>}
      {setup.built && <Hourly state={setup.hourly} busy={busy} onTurn={turn} />}
      <PlanFields setup={setup} plan={plan} onChange={change} />
      <Actions
        busy={busy}
        problem={problem || wrong || told}
        done={built && !failed ? text.built(built) : ''}
        doing={text.refreshing}
      >
        {asking ? (
          <Confirm
            question={whoSees(setup)}
            yes={text.write}
            busy={busy}
            onYes={() => write(() => server.buildKpiSheet(plan))}
            onNo={() => setAsking(false)}
          />
        ) : (
          <>
            {setup.built && (
              <Button primary disabled={busy} onClick={() => write(server.refreshKpiSheet)}>
                {text.refresh}
              </Button>
            )}
            <Button primary={!setup.built} disabled={busy || wrong !== ''} onClick={() => setAsking(true)}>
              {setup.built ? text.rebuild : text.build}
            </Button>
          </>
        )}
      </Actions>
    </>
  )
}

const MOST_NAMES = 6

function whoSees({ seenBy, settings }: KpiSetup): string {
  const all = seenBy ? [...new Set([...seenBy.editors, ...seenBy.viewers])] : []
  const people = { names: all.slice(0, MOST_NAMES), others: Math.max(0, all.length - MOST_NAMES) }
  return text.whoSees({ ...people, areValues: settings.mode === 'values' })
}
