import type { Claim } from './effect.ts'

export const improvementStatuses = ['open', 'done', 'dropped'] as const
export type ImprovementStatus = (typeof improvementStatuses)[number]
/** Who does it, where it is part of a customer's account plan. */
export const improvementSides = ['ours', 'theirs'] as const
export type ImprovementSide = (typeof improvementSides)[number]
/** Whose figure it is. */
export const figureCuts = ['tier', 'owner', 'segment'] as const
export type FigureCut = (typeof figureCuts)[number]
export const claimKinds = ['points', 'relative'] as const satisfies Claim['as'][]
