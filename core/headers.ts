/** What a column of a customer file or an order list holds, whatever its header says. */
export type Field = keyof typeof synonyms

const synonyms = {
  customerId: [
    'customer id',
    'customer no',
    'customer number',
    'account id',
    'client id',
    '客户编号',
    '客户id',
    '客户号',
    '客户代码',
  ],
  customer: [
    'customer',
    'customer name',
    'name',
    'account name',
    'company',
    'company name',
    'client',
    '客户',
    '客户名称',
    '客户姓名',
    '姓名',
    '公司名称',
    '名称',
  ],
  tier: ['tier', 'customer tier', 'customer level', 'grade', '客户等级', '等级', '客户级别', '客户分级'],
  score: ['score', 'customer score', '评分', '得分', '客户评分'],
  owner: [
    'owner',
    'account owner',
    'customer owner',
    'sales owner',
    'salesperson',
    '负责人',
    '客户负责人',
    '所有人',
    '跟进人',
  ],
  segment: ['segment', 'customer segment', '客户细分', '细分'],
  consent: ['consent', 'marketing consent', 'opt in', '同意联系', '营销许可', '同意'],
  email: ['email', 'e mail', 'email address', '电子邮件', '邮箱', '电子邮箱'],
  phone: ['phone', 'mobile', 'telephone', 'phone number', '电话', '手机', '联系电话', '手机号'],
  orderId: [
    'order id',
    'order no',
    'order number',
    'invoice no',
    'invoice',
    'invoice id',
    '订单编号',
    '订单号',
    '发票号',
  ],
  orderDate: [
    'order date',
    'date',
    'invoice date',
    'purchase date',
    '下单日期',
    '订单日期',
    '日期',
    '购买日期',
    '成交日期',
  ],
  amount: [
    'amount',
    'total',
    'total price',
    'order amount',
    'revenue',
    'sales',
    'value',
    '金额',
    '订单金额',
    '总价',
    '销售额',
    '成交金额',
  ],
  answerDate: ['answered', 'answered on', 'answer date', 'date', '答卷日期', '回答日期', '日期'],
  channel: ['channel', 'source', '渠道', '来源'],
} as const

/**
 * The position of the column that holds a field, found by its header in English or Chinese.
 *
 * Case, spaces, underscores, hyphens and full width do not count. Earlier synonyms win over later ones.
 *
 * @param header The header row, left to right.
 * @returns Position from 0, or undefined where no header says so.
 */
export function columnOf(header: readonly string[], field: Field): number | undefined {
  const folded = header.map(fold)
  for (const name of synonyms[field]) {
    const at = folded.indexOf(fold(name))
    if (at >= 0) return at
  }
  return undefined
}

/** A header without what does not count: case, full width, spaces, underscores, hyphens and other marks. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:/#]/g, '')
}
