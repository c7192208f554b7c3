import type { Random } from './random.ts'

export type Origin = 'en' | 'zh'
/** `latin` is the name in lower-case Latin letters, for addresses; `business` names end in a legal form. */
export type Name = { text: string; latin: string }

const FIRST =
  'Amelia Oliver Grace Noah Harriet Ethan Isla Lucas Chloe Marcus Priya Daniel Sofia Gareth Naomi Victor Elena Samuel Ruth Connor Leila Thomas Maya Andre Hannah Felix Joanna Patrick Nadia Simon Clara Hugo Ingrid Desmond Alice Rohan Stella Edward Fiona Kwame'.split(
    ' ',
  )
const LAST =
  'Bennett Carter Hughes Sinclair Okafor Patel Romero Fischer Lindqvist Murray Doyle Navarro Khan Whitaker Brandt Moreau Silva Novak Ellis Harper Osborne Greene Dalton Marsh Tanaka Ferrari Lambert Quinn Rowe Sharma Petrov Vance Winslow Abbott Costa Haddad Keller Mensah Thorne Yates'.split(
    ' ',
  )
const COMPANY_FIRST =
  'Northwind Harbour Kestrel Alder Bluepeak Copper Juniper Meridian Ironbridge Larkfield Summit Orchard Pinnacle Redwood Silverline Tidewater Willow Beacon Cedar Foxglove Granite Hollin Lighthouse Maple Oakhurst Quarry Riverside Stonegate Thistle Vantage'.split(
    ' ',
  )
const COMPANY_SECOND =
  'Foods|Logistics|Dental Care|Interiors|Textiles|Hotels|Packaging|Outdoors|Books|Electrical|Pharmacy|Furniture|Instruments|Garden Centres|Print'.split(
    '|',
  )
const COMPANY_FORM = ['Ltd', 'Inc', 'LLC', 'Group', '& Sons']

const SURNAME: [string, string][] = pairs(
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 冯feng 邓deng 曹cao',
)
const GIVEN: [string, string][] = pairs(
  '雅婷yating 志强zhiqiang 晓明xiaoming 丽华lihua 建国jianguo 思远siyuan 梦琪mengqi 海燕haiyan 文博wenbo 静怡jingyi 子轩zixuan 欣然xinran 俊杰junjie 玉兰yulan 浩然haoran 慧敏huimin 国栋guodong 雨桐yutong 家豪jiahao 秀英xiuying 天佑tianyou 佳宁jianing 永康yongkang 诗涵shihan 立新lixin 春梅chunmei 鹏飞pengfei 若曦ruoxi 宏伟hongwei 晨曦chenxi',
)
const PLACE: [string, string][] = pairs(
  '华东huadong 江南jiangnan 岭南lingnan 滨海binhai 长江changjiang 蜀都shudu 云海yunhai 东方dongfang 鼎盛dingsheng 瑞丰ruifeng 恒达hengda 金石jinshi 明辉minghui 泰和taihe 博远boyuan 安信anxin 嘉禾jiahe 锦程jincheng 新锐xinrui 众合zhonghe',
)
const TRADE: [string, string][] = pairs(
  '食品food 物流logistics 纺织textile 医疗medical 家居home 电子electronics 包装packaging 酒店hotel 教育education 印务print 文具stationery 园艺garden',
)
const FORM = ['有限公司', '股份有限公司', '集团', '商贸有限公司']

/** A person's name as written where they live. */
export function personName(origin: Origin, draw: Random): Name {
  if (origin === 'en') {
    const [first, last] = [draw.pick(FIRST), draw.pick(LAST)]
    return { text: `${first} ${last}`, latin: `${first}.${last}`.toLowerCase() }
  }
  const [surname, given] = [draw.pick(SURNAME), draw.pick(GIVEN)]
  return { text: surname[0] + given[0], latin: `${given[1]}.${surname[1]}` }
}

/** A made-up company's name. */
export function companyName(origin: Origin, draw: Random): Name {
  if (origin === 'en') {
    const [first, second] = [draw.pick(COMPANY_FIRST), draw.pick(COMPANY_SECOND)]
    return {
      text: `${first} ${second} ${draw.pick(COMPANY_FORM)}`,
      latin: `${first}-${second}`.toLowerCase().replaceAll(' ', '-'),
    }
  }
  const [place, trade] = [draw.pick(PLACE), draw.pick(TRADE)]
  return { text: place[0] + trade[0] + draw.pick(FORM), latin: `${place[1]}-${trade[1]}` }
}

/** `王wang 李li` as pairs of characters and Latin letters. */
function pairs(list: string): [string, string][] {
  return list.split(' ').map((entry) => {
    const latin = entry.replace(/[^a-z]/g, '')
    return [entry.slice(0, -latin.length), latin]
  })
}
