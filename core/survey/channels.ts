const APART = ['interview', 'review'] as const

/** How somebody's answer is taken by a person, not by the customer's own hand. */
export const takenChannels = ['phone', 'visit', 'chat', ...APART] as const

/** Whether what came through a channel is shown by itself, never counted among a survey's answers. */
export function isApart(channel: string): boolean {
  return APART.some((each) => each === channel)
}
