import { fold } from '../headers.ts'
import { en } from '../messages/en.ts'
import type { Messages } from '../messages/messages.ts'
import { zhCN } from '../messages/zh-cn.ts'

/** A word of the Standards tab, whatever language it is written in. */
export type StandardWord = keyof Messages['standardWords']

/** Which word of the Standards tab a text is, in English, Chinese or as it is called here; undefined for none. */
export function standardWord(text: string): StandardWord | undefined {
  const wanted = fold(text)
  const words = Object.keys(en.standardWords) as StandardWord[]
  return words.find((word) =>
    [word, en.standardWords[word], zhCN.standardWords[word]].some((name) => fold(name) === wanted),
  )
}
