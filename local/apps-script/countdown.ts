/** Calls `expired` once `limitMs` of unpaused time have passed, unless stopped before. */
export function countdown(limitMs: number, expired: () => void) {
  let leftMs = limitMs
  let since = Date.now()
  let timer: NodeJS.Timeout | undefined
  let stopped = false

  function resume(): void {
    if (stopped) return
    since = Date.now()
    timer = setTimeout(expired, leftMs)
  }

  function pause(): void {
    clearTimeout(timer)
    leftMs = Math.max(0, leftMs - (Date.now() - since))
  }

  function stop(): void {
    stopped = true
    clearTimeout(timer)
  }

  resume()
  return { pause, resume, stop }
}
