import type { ReportFacts } from '../../store/board/report-details.js';
import type { Compliance, IdentityEvidence } from '../../store/board/report-evidence.js';

/** Whose report it says it is, who signed it, whom to call, and how sure the reading is. */
export function IdentityFacts({ facts, checks }: { facts: ReportFacts; checks: Compliance | undefined }) {
  const contact = [facts.contactPhone, facts.contactEmail, facts.contactAddress, facts.contactPostcode];
  const period = facts.periodFrom ? `${facts.periodFrom} 至 ${facts.periodTo ?? '？'}` : null;
  return (
    <>
      <dt>检查结果</dt>
      <dd>{checks ? <Checks checks={checks} /> : '尚未检查'}</dd>
      <dt>两种读法对照</dt>
      <dd>{CONTROL[facts.control ?? 'none'] ?? facts.control}</dd>
      <dt>落款</dt>
      <dd>{[facts.signedUnit, facts.signedOn].filter(Boolean).join('，') || '没有'}</dd>
      <dt>统计期限</dt>
      <dd>{period ?? '文中没有写明'}</dd>
      <dt>自称单位</dt>
      <dd>{facts.namedUnit ?? '文中没有写明'}</dd>
      <dt>联系方式</dt>
      <dd>{contact.filter(Boolean).join('，') || '没有'}</dd>
    </>
  );
}

export function Checks({ checks: { applicable, passed, failed, uncertain } }: { checks: Compliance }) {
  return (
    <>
      适用 {applicable} 项，通过 {passed} 项{failed > 0 && `，不通过 ${failed} 项`}
      {uncertain > 0 && `，存疑 ${uncertain} 项`}
    </>
  );
}

/** Every place that tells title, unit, year, date, period or contact, the ones not believed too. */
export function IdentityPlaces({ evidence }: { readonly evidence: readonly IdentityEvidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <details>
      <summary>标题、单位、年度、日期、联系方式各见于何处（{evidence.length} 处）</summary>
      <table class="grid">
        <caption>各处所写，不采用的也列出</caption>
        <thead>
          <tr>
            {['事项', '所写', '位置', '原文', '采用'].map((text) => (
              <th scope="col">{text}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ field, value, source, passage, used }) => (
            <tr>
              <th scope="row">{FIELDS[field] ?? field}</th>
              <td>{value}</td>
              <td>{SOURCES[source] ?? source}</td>
              <td class="address">{passage}</td>
              <td>{used ? '是' : '否'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

const CONTROL: Readonly<Record<string, string>> = {
  agreed: '一致：两种互不相干的读法读出的数据相同',
  differed: '有出入：有出入的数据没有采用，见下面的问题',
  blind: '有出入，属对照读法已知读不准的内容，以主读法为准',
  failed: '对照读法未能读取，只有一种读法的结果',
  single_reader: '这种文件只有一种读法，没有对照',
  none: '未作对照',
};
const FIELDS: Readonly<Record<string, string>> = {
  title: '标题',
  unit: '单位',
  year: '年度',
  published_on: '发布日期',
  period: '统计期限',
  phone: '电话',
  email: '邮箱',
  address: '地址',
  postcode: '邮编',
};
const SOURCES: Readonly<Record<string, string>> = {
  title: '标题',
  metadata: '网页元数据',
  signature: '落款',
  text: '正文',
  table: '表格',
  page: '正文之外的页面',
  list: '列表页',
};
