const APART = ['interview', 'review']

/** Whether what came through a channel is shown by itself, never counted among a survey's answers. */
export function isApart(channel: string): boolean {
  return APART.includes(channel)
}
