/**
 * measure 比率: a numerator over a denominator, both columns of `mart.unit_year` (spec §6). Over several units the two are
 * summed and then divided; rates are never averaged.
 */
export interface Measure {
  readonly id: string;
  readonly nameZh: string;
  readonly numerator: string;
  readonly denominator: string;
  /** What is divided by what, in Chinese. */
  readonly rule: string;
}

export const MEASURES = [
  measure(
    'disclosure_rate',
    '公开率',
    'disclosed_total',
    'results_total',
    '（予以公开 + 部分公开）÷ 办理结果总计',
  ),
  measure('full_disclosure_rate', '全部公开率', 'granted', 'results_total', '予以公开 ÷ 办理结果总计'),
  measure('denial_rate', '不予公开率', 'denied_total', 'results_total', '不予公开 ÷ 办理结果总计'),
  measure('unable_rate', '无法提供率', 'unable_total', 'results_total', '无法提供 ÷ 办理结果总计'),
  measure(
    'not_processed_rate',
    '不予处理率',
    'not_processed_total',
    'results_total',
    '不予处理 ÷ 办理结果总计',
  ),
  measure(
    'substantive_denial_rate',
    '实质拒绝率',
    'denied_total',
    'substantive_total',
    '不予公开 ÷（予以公开 + 部分公开 + 不予公开）',
  ),
  measure(
    'legal_vs_factual_refusal',
    '法定理由占比',
    'denied_total',
    'refused_total',
    '不予公开 ÷（不予公开 + 无法提供）',
  ),
  measure('clearance_rate', '办结率', 'results_total', 'caseload', '办理结果总计 ÷（本年新收 + 上年结转）'),
  measure('backlog_rate', '结转率', 'carried_out', 'caseload', '结转下年度 ÷（本年新收 + 上年结转）'),
  measure(
    'natural_person_share',
    '自然人占比',
    'natural_person_received',
    'applications_received',
    '自然人申请 ÷ 本年新收',
  ),
  measure(
    'abusive_share',
    '非正常申请占比',
    'abusive_total',
    'results_total',
    '（信访举报投诉 + 重复 + 大量反复申请）÷ 办理结果总计',
  ),
  measure('review_rate', '复议率', 'review_total', 'results_total', '行政复议 ÷ 办理结果总计'),
  measure(
    'review_correction_rate',
    '复议纠正率',
    'review_corrected',
    'review_decided',
    '复议结果纠正 ÷ 已审结的复议',
  ),
  measure('litigation_rate', '诉讼率', 'litigation_total', 'results_total', '行政诉讼 ÷ 办理结果总计'),
  measure(
    'litigation_loss_rate',
    '诉讼败诉率',
    'litigation_corrected',
    'litigation_decided',
    '诉讼结果纠正 ÷ 已审结的诉讼',
  ),
  measure(
    'direct_suit_share',
    '直接起诉占比',
    'direct_total',
    'litigation_total',
    '未经复议直接起诉 ÷ 行政诉讼总计',
  ),
] as const;

function measure(id: string, nameZh: string, numerator: string, denominator: string, rule: string): Measure {
  return { id, nameZh, numerator, denominator, rule };
}
