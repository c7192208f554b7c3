/** How the API names what a field must be: JSON's types, and the formats that its schemas name. */
export const fieldWords = {
  en: {
    string: 'text',
    number: 'a number',
    boolean: 'true or false',
    Array: 'a list',
    Object: 'an object',
    notBlank: 'a text that is not blank',
    kpi: 'a KPI such as nps, goal:id or own:id',
    id: 'an id of letters, digits, - and _',
    otherId: 'another id',
    someLanguage: 'a text in at least one language',
    timeZone: 'a time zone such as Asia/Shanghai',
    email: 'an e-mail address such as mei@example.com',
    day: 'a day such as 2026-03-31',
    sha256: 'a SHA-256 in hexadecimal',
    limit: 'a whole number from 1 to 500',
    revision: 'the revision, a whole number from 1',
    form: 'the fields of a form',
    time: 'a time such as 2026-03-31T08:00:00Z',
    dayOrTime: 'a day such as 2026-03-31, or a time such as 2026-03-31T08:00:00Z',
    money: 'an amount to the cent',
    wholeNumber: 'a whole number',
    sevenDays: 'seven lists of working hours, Monday first',
  },
  'zh-CN': {
    string: '文字',
    number: '数字',
    boolean: 'true 或 false',
    Array: '列表',
    Object: '对象',
    notBlank: '非空文字',
    kpi: '指标，如 nps、goal:id 或 own:id',
    id: '由字母、数字、- 和 _ 组成的编号',
    otherId: '其他编号',
    someLanguage: '至少一种语言的文字',
    timeZone: '时区，如 Asia/Shanghai',
    email: '电子邮件地址，如 mei@example.com',
    day: '日期，如 2026-03-31',
    sha256: '十六进制的 SHA-256',
    limit: '1 到 500 的整数',
    revision: '修订号，从 1 起的整数',
    form: '表单字段',
    time: '时间，如 2026-03-31T08:00:00Z',
    dayOrTime: '日期，如 2026-03-31；或时间，如 2026-03-31T08:00:00Z',
    money: '精确到分的金额',
    wholeNumber: '整数',
    sevenDays: '从周一开始的七天工作时间列表',
  },
} satisfies Record<string, Record<string, string>>

/** The word for what was expected, or what was expected as it is where there is none, such as a list of choices. */
export function fieldWord(language: keyof typeof fieldWords, expected: string): string {
  const words: Record<string, string> = fieldWords[language]
  return words[expected] ?? expected
}
