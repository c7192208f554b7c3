import { messages } from '../kit/language.ts'

/** The channels that rows may have come by where they say nothing. */
export const channels = ['import', ...Object.keys(messages.complaintForm.channels)]

/** What a channel is called; a team's own by its own name. */
export function channelName(channel: string): string {
  const names: Record<string, string> = messages.complaintForm.channels
  return channel === 'import' ? messages.complaintImport.importChannel : (names[channel] ?? channel)
}
