import { en } from '../messages/en.ts'
import { zhCN } from '../messages/zh-cn.ts'

export const usualDimensionNames = ['productQuality', 'serviceAttitude', 'responseSpeed'] as const
export type UsualDimension = (typeof usualDimensionNames)[number]

/** What is usually asked about satisfaction, in both languages. */
export function usualDimension(name: UsualDimension): { en: string; 'zh-CN': string } {
  return { en: en.surveyTemplate.dimensions[name], 'zh-CN': zhCN.surveyTemplate.dimensions[name] }
}
