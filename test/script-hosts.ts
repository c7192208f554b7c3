import type { ScriptHost } from '../local/apps-script/script-host.ts'

/** The script hosts that a test file has opened: `close-script-hosts.ts` closes them when it has ended. */
export const openedHosts: ScriptHost[] = []
