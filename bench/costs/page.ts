import { ASSUMED, type Bill, EMAILS, FIXED, million, month, STORED_GB, team } from './months.ts'
import { PRICES_OF, prices, REGION } from './prices.ts'
import type { Act, Units } from './units.ts'

const TEAMS = [10, 10_000]

type Words = {
  title: string
  made: string
  months: string
  per: string
  parts: Record<keyof Bill | 'all' | 'each', string>
  millions: string
  columns: string[]
  acts: Record<Act, string>
  assumed: string
  monthly: [string, string]
  priced: [string, string]
}

const en: Words = {
  title: 'What it costs',
  made: `Written by \`npm run costs\`: read and write units are measured on the embedded engine, which bills as DynamoDB does; prices are AWS's list prices of ${PRICES_OF} in ${REGION}, on demand, without the free tier. Nothing here was billed by AWS yet.`,
  months: 'Dollars a month',
  per: 'teams',
  parts: {
    ...{ database: 'DynamoDB, reads and writes', stored: 'DynamoDB, stored, restorable, backed up' },
    ...{ requests: 'HTTP API, Lambda', logs: 'Logs', emails: 'E-mails' },
    ...{ fixed: 'Alarms, dashboard, secret', all: 'All', each: 'A team' },
  },
  millions: 'Dollars for a million',
  columns: ['', 'read units', 'write units', 'DynamoDB, $', 'requests, $', 'together, $'],
  acts: {
    answer: 'answers through an open link',
    ownAnswer: "answers through customers' own links",
    importedAnswer: 'answers imported, 40 a day',
    pageOpened: 'survey pages opened',
    intake: 'complaints taken in',
    step: 'steps of complaints',
    queue: 'looks at the queue',
    read: 'looks at how many complaints are open',
    figures: 'survey figures by tier, nothing to count again',
    customer: 'customers mirrored for the first time',
    sameCustomer: 'customers mirrored again, unchanged',
    publication: 'publications of 40 figures to one audience',
    sweep: 'sweeps with nothing due',
  },
  assumed: `Not measured on AWS but assumed: a request takes ${ASSUMED.requestSeconds * 1000} ms of ${ASSUMED.requestGB} GB and ${ASSUMED.logKB} KB of log; a team keeps ${STORED_GB} GB and sends ${EMAILS} e-mails a month; ${FIXED.alarms} alarms. Data going out to the internet, the domain and taxes are not counted.`,
  monthly: ['What a team does in a month', 'times'],
  priced: ['Price', 'dollars'],
}

const zh: Words = {
  title: '运行费用',
  made: `由 \`npm run costs\` 生成：读写单位在内置引擎上实测，计量方式与 DynamoDB 相同；单价为 AWS ${PRICES_OF} 在 ${REGION} 的按需目录价，未计免费额度。尚无 AWS 实际账单。`,
  months: '每月费用（美元）',
  per: '个团队',
  parts: {
    ...{ database: 'DynamoDB 读写', stored: 'DynamoDB 存储、时间点恢复与备份' },
    ...{ requests: 'HTTP API、Lambda', logs: '日志', emails: '邮件' },
    ...{ fixed: '告警、仪表板、密钥', all: '合计', each: '每个团队' },
  },
  millions: '每百万次的费用（美元）',
  columns: ['', '读单位', '写单位', 'DynamoDB', '请求', '合计'],
  acts: {
    answer: '通过公开链接提交的答卷',
    ownAnswer: '通过客户专属链接提交的答卷',
    importedAnswer: '导入的答卷（每天 40 份）',
    pageOpened: '打开问卷页面',
    intake: '登记投诉',
    step: '投诉的处理步骤',
    queue: '查看投诉待办',
    read: '查询未结投诉数量',
    figures: '按等级查询问卷结果（无需重新统计）',
    customer: '首次同步的客户',
    sameCustomer: '再次同步且无变化的客户',
    publication: '向一个共享对象发布 40 项指标',
    sweep: '没有到期事项的巡检',
  },
  assumed: `以下未在 AWS 实测，仅为假设：一次请求占用 ${ASSUMED.requestGB} GB 内存 ${ASSUMED.requestSeconds * 1000} 毫秒，写日志 ${ASSUMED.logKB} KB；每个团队存储 ${STORED_GB} GB，每月发送 ${EMAILS} 封邮件；共 ${FIXED.alarms} 个告警。未计流出到互联网的流量、域名与税费。`,
  monthly: ['一个团队一个月的用量', '次数'],
  priced: ['单价', '美元'],
}

/** The pages by the names of their files. */
export function pages(units: Units): Record<string, string> {
  return { 'docs/costs.md': page(units, en), 'docs/costs.zh-CN.md': page(units, zh) }
}

function page(units: Units, words: Words): string {
  const acts = Object.keys(words.acts) as Act[]
  const months = TEAMS.map((teams) => month(units, teams))
  const all = months.map((bill) => Object.values(bill).reduce((sum, part) => sum + part, 0))
  const parts = (Object.keys(months[0]!) as (keyof Bill)[]).map((part) => [
    words.parts[part],
    ...months.map((bill) => dollars(bill[part])),
  ])
  const monthly = [
    ['', ...TEAMS.map((teams) => `${teams.toLocaleString('en')} ${words.per}`)],
    ...parts,
    [words.parts.all, ...all.map(dollars)],
    [words.parts.each, ...all.map((sum, i) => dollars(sum / TEAMS[i]!))],
  ]
  const millions = acts.map((act) => {
    const { database, requests } = million(units, act)
    const { readUnits, writeUnits } = units[act]
    return [
      words.acts[act],
      rounded(readUnits),
      rounded(writeUnits),
      ...[database, requests, database + requests].map(dollars),
    ]
  })
  const uses = Object.entries(team).map(([act, times]) => [words.acts[act as Act], times.toLocaleString('en')])
  const priced = Object.entries(prices).map(([what, price]) => [`\`${what}\``, String(price)])
  return [
    `# ${words.title}`,
    words.made,
    `## ${words.months}`,
    table(monthly),
    `## ${words.millions}`,
    table([words.columns, ...millions]),
    words.assumed,
    `## ${words.monthly[0]}`,
    table([['', words.monthly[1]], ...uses]),
    `## ${words.priced[0]}`,
    table([['', words.priced[1]], ...priced]),
  ]
    .join('\n\n')
    .concat('\n')
}

function table([header, ...rows]: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const rule = header!.map((_, at) => (at === 0 ? '---' : '---:'))
  return [line(header!), line(rule), ...rows.map(line)].join('\n')
}

function dollars(amount: number): string {
  return amount.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}

function rounded(units: number): string {
  return String(Math.round(units * 10) / 10)
}
