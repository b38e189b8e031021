import type { FormColumn, Label } from '../model/form.js';

export interface Applicant {
  readonly code: string;
  readonly labelZh: string;
}

const CAPTION: Label = { text: '申请人情况' };
const LEGAL: Label = {
  text: '法人或其他组织',
  aliases: ['法人及其他组织', '法人和其他组织', '法人或者其他组织'],
  distinctive: ['法人'],
};

/** The columns of 表三, left to right; the same in 2019 and 2021 (国办公开办函〔2021〕30号). */
export const APPLICANT_COLUMNS: readonly FormColumn[] = [
  { key: 'natural_person', path: [CAPTION, { text: '自然人', aliases: ['公民'] }] },
  { key: 'legal.business', path: [CAPTION, LEGAL, { text: '商业企业', distinctive: ['商业企业'] }] },
  { key: 'legal.research', path: [CAPTION, LEGAL, { text: '科研机构', distinctive: ['科研机构'] }] },
  {
    key: 'legal.public_welfare',
    path: [CAPTION, LEGAL, { text: '社会公益组织', distinctive: ['公益组织'] }],
  },
  { key: 'legal.legal_service', path: [CAPTION, LEGAL, { text: '法律服务机构', distinctive: ['法律服务'] }] },
  { key: 'legal.other', path: [CAPTION, LEGAL, { text: '其他', aliases: ['其它'] }] },
  { key: 'total', path: [CAPTION, { text: '总计', aliases: ['合计'] }] },
];

export const APPLICANTS: readonly Applicant[] = [
  { code: 'natural_person', labelZh: '自然人' },
  { code: 'legal.business', labelZh: '商业企业' },
  { code: 'legal.research', labelZh: '科研机构' },
  { code: 'legal.public_welfare', labelZh: '社会公益组织' },
  { code: 'legal.legal_service', labelZh: '法律服务机构' },
  { code: 'legal.other', labelZh: '其他组织' },
  { code: 'total', labelZh: '总计' },
];
