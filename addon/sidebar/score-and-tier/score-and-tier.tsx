import { useState } from 'preact/hooks'
import type { ScoreSetup } from '../../standard/standard-setup.ts'
import { messages } from '../kit/language.ts'
import { server } from '../kit/server.ts'
import { useAction } from '../kit/use-action.ts'
import { useOnce } from '../kit/use-once.ts'
import { Waiting } from '../kit/waiting.tsx'
import { StandardForm } from './standard-form.tsx'

/** Choose what counts and how much, see at once who would stand where, then write Score and Tier. */
export function ScoreAndTier() {
  const [setup, setSetup] = useState<ScoreSetup>()
  const { problem, run } = useAction()
  const load = () => run(async () => setSetup(await server.scoreSetup()))
  useOnce(load)
  if (!setup) return <Waiting problem={problem} onAgain={load} />
  return (
    <>
      <h1>{messages.scoreForm.title}</h1>
      <StandardForm setup={setup} onApplied={setSetup} />
    </>
  )
}
