import type { FoldedName } from './folded-name.ts'

/** In what the company forms of two names differ: one is a group or holding and the other not, or in the form alone. */
export type FormDifference = 'group' | 'form'

const GROUP = /集团|控股|group|gruppe|groupe|grupo|gruppo|holding/
/** Forms that are one, written short and long. */
const ONE: Record<string, string> = {
  ...{ limited: 'ltd', company: 'co', incorporated: 'inc', corporation: 'corp', private: 'pvt' },
  ...{ 有限责任公司: '有限公司', '(株)': '株式会社', '(有)': '有限会社', '(合)': '合同会社' },
  ...{ '(주)': '주식회사', '(유)': '유한회사', '(cn)': '(中国)', '(china)': '(中国)' },
}

/** @returns undefined where the names have the same forms, however these are written. */
export function formDifference(a: FoldedName, b: FoldedName): FormDifference | undefined {
  if (isGroup(a) !== isGroup(b)) return 'group'
  return formsOf(a) === formsOf(b) ? undefined : 'form'
}

function isGroup({ forms }: FoldedName): boolean {
  return forms.some((form) => GROUP.test(form))
}

function formsOf({ forms }: FoldedName): string {
  const own = forms.filter((form) => form !== 'the').map((form) => ONE[form] ?? form)
  return [...new Set(own)].sort().join(' ')
}
