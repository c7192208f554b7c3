import { useState } from 'preact/hooks'
import type { Audience } from '../../audience/audiences.ts'
import type { HourlyState } from '../../kpi/hourly-refresh.ts'
import { AskedButton } from '../kit/asked-button.tsx'
import { Checkbox } from '../kit/fields.tsx'
import { messages } from '../kit/language.ts'
import { Actions } from '../kit/layout.tsx'
import { Button, Notice } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { audienceName } from './audience-name.ts'

const text = messages.audiences

type Props = Pick<Audience, 'kind' | 'name'> & { hourly: HourlyState; onUnlinked: () => void }

/** A spreadsheet that shows what is shared with its audience: refreshed now, every hour, or no longer. */
export function LinkedSheet({ onUnlinked, ...linked }: Props) {
  const [hourly, setHourly] = useState(linked.hourly)
  const [done, setDone] = useState('')
  const { busy, problem, run } = useAction()
  const refresh = () =>
    run(async () => {
      setDone('')
      setDone(messages.kpi.built(await server.buildKpiSheet({})))
    })
  const unlink = () =>
    run(async () => {
      await server.unlinkFromAudience()
      onUnlinked()
    })
  return (
    <>
      <h1>{text.title}</h1>
      <Notice kind="good">{text.linkedTo(audienceName(linked))}</Notice>
      <Checkbox
        label={messages.kpi.hourly}
        hint={hourly.on && !hourly.mine ? text.refreshedBy(hourly.by) : undefined}
        value={hourly.on}
        disabled={busy}
        onChange={(on) => run(async () => setHourly(await server.setKpiSheetHourly(on)))}
      />
      <Actions busy={busy} problem={problem} done={done}>
        <Button primary disabled={busy} onClick={refresh}>
          {text.refresh}
        </Button>
        <AskedButton label={text.unlinkThis} question={text.unlinkThisAsk} disabled={busy} onYes={unlink} />
      </Actions>
    </>
  )
}
