import type { Origin } from './names.ts'

/** What made-up customers write, in their own language whatever the interface's. Six of each mood. */
export const comments: Record<Origin, Record<'praise' | 'mixed' | 'blame', string[]>> = {
  en: {
    praise: [
      'Always quick and friendly, thank you.',
      'Best supplier we work with.',
      'The product is exactly as described and the service is even better.',
      'My account manager thinks ahead for us.',
      'Delivery came a day early.',
      'I have told two colleagues about you.',
    ],
    mixed: [
      'Good product, but the reply took a while.',
      'Fine overall; the invoice could be clearer.',
      'Service is friendly, prices are a bit high.',
      'No complaints, nothing special either.',
      'Delivery was on time, packaging was damaged.',
      'I would like more choice of colours.',
    ],
    blame: [
      'Waited four days for an answer.',
      'The second delivery was wrong again.',
      'Quality has gone down since last year.',
      'I was passed from one person to the next.',
      'The price went up and nobody told us.',
      'Still waiting for the spare part.',
    ],
  },
  zh: {
    praise: [
      '回复很快，态度也好，谢谢。',
      '合作过的最好的供应商。',
      '产品和描述一致，服务更好。',
      '客户经理很用心，总能提前想到。',
      '比约定的时间提前一天送到。',
      '已经推荐给朋友了。',
    ],
    mixed: [
      '产品不错，就是回复有点慢。',
      '整体还可以，发票希望更清楚。',
      '服务热情，价格略高。',
      '没有什么问题，也没有特别之处。',
      '准时送达，但包装有破损。',
      '希望颜色选择更多一些。',
    ],
    blame: [
      '等了四天才有人回复。',
      '第二次发货又发错了。',
      '质量不如去年。',
      '来回转接，没人负责。',
      '涨价了也没有通知。',
      '配件到现在还没收到。',
    ],
  },
}
