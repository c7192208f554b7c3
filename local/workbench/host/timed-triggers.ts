import type { ScriptHost } from '../../apps-script/script-host.ts'
import type { TriggerStore } from '../../apps-script/trigger-store.ts'

/** Runs timed triggers when their time has come; those that came while nothing ran, once at the start. */
export function timedTriggers(triggers: TriggerStore, script: ScriptHost, failed: (problem: unknown) => void) {
  async function runDue(): Promise<void> {
    for (const { id, handler } of await triggers.due()) {
      const result = await script.attempt(handler, [{ authMode: 'FULL', triggerUid: id }])
      if (!result.ok) failed(`${handler}: ${result.message}`)
    }
  }

  const check = () => void runDue().catch(failed)
  const timer = setInterval(check, CHECK_MS)
  timer.unref()
  check()
  return { stop: () => clearInterval(timer) }
}

const CHECK_MS = 30_000
