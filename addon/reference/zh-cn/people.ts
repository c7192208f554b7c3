import type { FunctionText } from '../function-text.ts'

/** 人员与客户维护函数的中文说明。 */
export const peopleTexts: Record<string, FunctionText> = {
  TS_ASSIGN: {
    summary:
      '为每位客户分配负责人：等级最高的客户优先分给技能相符、尚有余力的最高级别员工，同级别中分给相对负荷最小的。',
    parameters: {
      customers: '客户所在列。',
      tiers: '每位客户的客户等级所在列；没有等级的客户排在最后。',
      staff: '员工所在列。',
      levels: '每位员工的级别所在列，用数字表示，数字越大级别越高。',
      capacities: '每位员工可负责的客户数所在列。',
      current: '每位客户的现负责人所在列。只要仍在职、技能相符、尚有余力，无论级别都保持不变；留空则重新分配。',
      tier_order: '各客户等级，从低到高。省略时A高于B，2高于1。',
      needs: '每位客户所需技能所在列，多项之间用逗号或顿号隔开。',
      skills: '每位员工的技能所在列，多项之间用逗号或顿号隔开；有needs时必须给出。',
    },
    returns: '每位客户的负责人；没有技能相符且尚有余力的员工时为“未分配”。',
  },
  TS_NEXT_CONTACT: {
    summary: '按客户等级的联系频率，算出每位客户下次联系的日期和已逾期的天数。',
    parameters: {
      tiers: '每位客户的客户等级所在列。',
      last_contacts: '上次联系的日期所在列；从未联系过的客户，下次联系日期即as_of。',
      cadence: '两列：客户等级、联系间隔天数。',
      as_of: '评判的日期。',
    },
    returns: '下次联系日期、逾期天数；未到期为0。',
  },
  TS_FUNNEL: {
    summary: '各阶段有多少商机到达、金额多少，以及从一个阶段到下一阶段的转化率。',
    parameters: {
      stages: '每个商机所处的阶段所在列。商机也到达过此前的各阶段。',
      amounts: '每个商机的金额所在列；留空的不增加金额。',
      order: '从先到后的各阶段。省略时按首次出现的顺序。不在其中的阶段（如输单）列在后面，只计其自身的商机。',
      headers: '0 表示不要标题行。',
    },
    returns: '每个阶段一行：阶段、到达该阶段的商机数、金额、与前一阶段相比的转化率。',
  },
}
