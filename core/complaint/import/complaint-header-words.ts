import type { ComplaintPart } from './complaint-plan.ts'

/**
 * What columns of complaints are called, beside the names that the form gives them: common words in English and Chinese,
 * and the headings of exports from Zoho Desk (also with `(Ticket)` behind them), Freshdesk, Zendesk and the CFPB.
 * Earlier words win over later ones.
 */
export const complaintHeaderWords: Record<ComplaintPart, readonly string[]> = {
  receivedAt: [
    ...['received at', 'date received', 'received on', 'received time', 'created time', 'created at', 'created on'],
    ...['created', 'creation date', 'date created', 'complaint date', 'opened at', 'opened', 'requested', 'date'],
    ...['收到时间', '投诉时间', '投诉日期', '受理时间', '登记时间', '登记日期', '创建时间', '反馈时间', '日期'],
  ],
  firstResponseAt: [
    ...['first response at', 'first response time', 'initial response time', 'first responded at', 'first reply at'],
    ...['agent responded time', 'date sent to company', 'responded at', 'first response date'],
    ...['首次响应', '首次回复时间', '响应时间', '首次回复', '回复时间', '首次响应日期'],
  ],
  resolvedAt: [
    ...['resolved at', 'resolved time', 'resolution date', 'date resolved', 'solved at', 'resolved on'],
    ...['resolved date', '解决日期', '处理完成时间', '办结时间', '完成时间', '解决于'],
  ],
  closedAt: [
    ...['closed at', 'closed time', 'ticket closed time', 'date closed', 'closed on', 'closed date'],
    ...['关闭日期', '结案时间', '结案日期', '关闭于'],
  ],
  reference: [
    ...['complaint id', 'ticket id', 'ticket number', 'ticket no', 'ticket reference id', 'case number', 'case id'],
    ...['complaint number', 'complaint no', 'request id', 'number', 'no', 'id'],
    ...['投诉编号', '工单编号', '工单号', '投诉单号', '编号', '单号', '流水号'],
  ],
  status: [
    ...['ticket status', 'complaint status', 'company response to consumer', 'progress', 'stage'],
    ...['投诉状态', '工单状态', '处理状态', '处理进度', '进度'],
  ],
  customer: [
    ...['customer id', 'customer no', 'customer number', 'account id', 'contact id', 'requester id', 'email'],
    ...[
      'e mail',
      'email address',
      'contact email',
      'requester email',
      'customer email',
      'phone',
      'work phone',
      'mobile',
    ],
    ...['客户编号', '客户号', '客户代码', '邮箱', '电子邮箱', '电子邮件', '邮件', '联系电话', '电话', '手机号'],
  ],
  customerName: [
    ...[
      'customer',
      'contact name',
      'full name',
      'requester',
      'requester name',
      'contact',
      'client',
      'consumer',
      'name',
    ],
    ...['客户名称', '客户姓名', '投诉人', '联系人', '姓名', '客户', '反馈人'],
  ],
  segment: [
    ...['company', 'account name', 'company name', 'organization', 'customer segment', 'business unit', 'brand'],
    ...['公司', '公司名称', '企业名称', '单位', '客户群', '细分'],
  ],
  kind: ['type', 'ticket type', 'classification', 'record type', '类型', '工单类型', '反馈类型', '诉求类型'],
  channel: [
    ...['source', 'submitted via', 'ticket source', 'origin', 'via', 'contact channel', 'medium'],
    ...['来源', '投诉渠道', '来源渠道', '反馈渠道', '受理渠道'],
  ],
  category: [
    ...['product', 'product name', 'topic', 'issue type', 'complaint type', 'complaint category'],
    ...['分类', '投诉类别', '投诉分类', '投诉类型', '问题类型', '问题分类', '产品'],
  ],
  severity: ['priority', 'ticket priority', 'urgency', 'impact', '优先级', '紧急程度', '等级', '重要程度'],
  description: [
    ...[
      'consumer complaint narrative',
      'details',
      'complaint',
      'what happened',
      'complaint details',
      'issue',
      'content',
    ],
    ...[
      'summary',
      'message',
      'comment',
      'subject',
      '投诉内容',
      '内容',
      '详情',
      '问题描述',
      '投诉描述',
      '事由',
      '说明',
      '主题',
    ],
  ],
  wantedOutcome: ['wanted', 'desired outcome', 'desired resolution', 'expectation', '诉求', '期望', '客户诉求'],
  owner: [
    ...['ticket owner', 'agent', 'assignee', 'assigned to', 'handled by', 'handler', 'responsible', 'agent name'],
    ...['处理人', '受理人', '经办人', '责任人', '跟进人', '负责客服'],
  ],
  rootCause: ['cause', 'reason', 'cause of complaint', '原因', '投诉原因', '原因分析'],
  correctiveAction: [
    'action taken',
    'resolution',
    'measures',
    'action',
    'solution',
    '处理措施',
    '整改措施',
    '处理结果',
  ],
  compensation: ['compensation amount', 'refund', 'goodwill', 'cost', '补偿', '补偿金额', '赔偿', '赔偿金额', '退款'],
  satisfaction: [
    ...['satisfaction', 'csat', 'happiness rating', 'survey results', 'satisfaction rating', 'rating'],
    ...['satisfaction score', '满意度', '评分', '客户满意度', '回访满意度'],
  ],
}
