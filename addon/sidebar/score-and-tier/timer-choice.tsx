import { useState } from 'preact/hooks'
import type { ScoreTimer } from '../../standard/score-timer.ts'
import { messages } from '../kit/language.ts'
import { Notice, Select } from '../kit/parts.tsx'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'

const text = messages.scoreForm

/** Whether the standards are applied by themselves; kept as soon as it is chosen. */
export function TimerChoice({ timer }: { timer: ScoreTimer }) {
  const [chosen, setChosen] = useState(timer)
  const { busy, problem, run } = useAction()
  return (
    <>
      <Select
        label={text.timer}
        labelUnseen
        hint={text.timerHint}
        value={chosen}
        options={[
          ['off', text.timers.off],
          ['daily', text.timers.daily],
          ['weekly', text.timers.weekly],
        ]}
        onChange={(next) => run(async () => setChosen(await server.setScoreTimer(next as ScoreTimer)))}
      />
      {busy && <p class="soft spin">{messages.form.working}</p>}
      {problem && <Notice kind="bad">{problem}</Notice>}
    </>
  )
}
