import type { FunctionFamily, FunctionReference } from '../../reference/reference.ts'

/** Words for one thing: whoever searches for one of them means the others too. */
const SYNONYMS = [
  ['churn', 'attrition', 'lost', '流失'],
  ['retention', 'retained', '保留', '留存'],
  ['repeat', 'repurchase', '复购'],
  ['cohort', '同期群', '队列'],
  ['segment', '细分', '分群'],
  ['tier', 'grade', '等级', '分级'],
  ['score', 'rating', '评分', '打分', '得分'],
  ['weight', '权重'],
  ['clv', 'ltv', 'lifetime', '生命周期价值'],
  ['lifecycle', 'life cycle', 'life-cycle', '生命周期阶段'],
  ['nps', 'recommend', 'promoter', '净推荐值', '推荐'],
  ['csat', 'satisfaction', '满意度'],
  ['ces', 'effort', '省力度'],
  ['pareto', 'abc', '80/20', '帕累托', '二八'],
  ['forecast', 'predict', 'projection', '预测'],
  ['trend', '趋势'],
  ['funnel', 'conversion', 'pipeline', '漏斗', '转化'],
  ['goal', 'target', '目标'],
  ['kpi', 'indicator', '绩效', '指标'],
  ['owner', 'assign', '负责人', '分配'],
  ['contact', 'call', '联系', '回访'],
  ['complaint', '投诉'],
  ['survey', 'questionnaire', '问卷'],
  ['confidence', 'significant', 'interval', '置信', '显著', '区间'],
]

/**
 * The functions that speak of every word of a query, in English or Chinese, those whose name says it first.
 *
 * Case, full width and the prefix do not count.
 */
export function search(families: FunctionFamily[], query: string): FunctionReference[] {
  const words = fold(query)
    .split(/[\s,，、]+/)
    .filter(Boolean)
  const found = families
    .flatMap(({ functions }) => functions)
    .map((each) => ({ each, rank: rankOf(textsOf(each), words) }))
  return found
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => (a.rank as number) - (b.rank as number))
    .map(({ each }) => each)
}

/** The sum over all words of the best place that speaks of it; undefined where one is nowhere. */
function rankOf(texts: string[], words: string[]): number | undefined {
  const places = words.map((word) => placeOf(texts, word))
  return places.some((place) => place === undefined)
    ? undefined
    : places.reduce<number>((sum, at) => sum + (at ?? 0), 0)
}

/** Twice the place; one more where only another word for it stands there. */
function placeOf(texts: string[], word: string): number | undefined {
  const others = SYNONYMS.filter((set) => set.some((each) => means(word, each))).flat()
  const itself = texts.findIndex((text) => text.includes(word))
  const another = texts.findIndex((text) => others.some((each) => text.includes(each)))
  const places = [...(itself < 0 ? [] : [2 * itself]), ...(another < 0 ? [] : [2 * another + 1])]
  return places.length > 0 ? Math.min(...places) : undefined
}

/** A word of the table, or its beginning in letters: `segm`. */
function means(word: string, each: string): boolean {
  return each === word || `${each}s` === word || (word.length > 3 && each.startsWith(word)) || longerChinese(word, each)
}

/** 客户流失 speaks of 流失. */
function longerChinese(word: string, each: string): boolean {
  return /\p{Script=Han}/u.test(each) && word.includes(each)
}

/** Where a word counts most comes first: the name, the sentence, the rest. */
function textsOf({ name, summary, parameters, returns }: FunctionReference): string[] {
  const rest = [returns, ...parameters.map(({ text }) => text)].flatMap((both) => Object.values(both))
  const parts = [
    name.slice(3),
    Object.values(summary).join(' '),
    [...rest, ...parameters.map((each) => each.name)].join(' '),
  ]
  return parts.map(fold)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[=_()]/g, ' ')
    .replace(/^ *ts /, '')
    .trim()
}
