import type { CellChange, Revision } from '../../store/board/report-evidence.js';
import { applicantZh, minute } from '../words.js';

/** What the publisher changed after publishing: every cell with what stood there before and after. */
export function RevisionList({ revisions }: { readonly revisions: readonly Revision[] }) {
  return (
    <>
      {revisions.map((revision) => (
        <section>
          <h3>
            {minute(revision.changedAt)} 见到改动：{said(revision)}
          </h3>
          <p class="hint">
            {revision.sameAddress ? '同一网址' : '换了网址'}；由 {short(revision.fromDocument)} 改为{' '}
            {short(revision.toDocument)}，两个版本均已存档。
          </p>
          {(revision.changes ?? []).length > 0 && <Changes changes={revision.changes!} />}
        </section>
      ))}
    </>
  );
}

function said({ changes, textChanged }: Revision): string {
  const words = textChanged ? '文字有改动' : '文字没有改动';
  if (changes === null) return `${words}；两个版本由不同的程序版本读取，数据未逐格比较`;
  return `${changes.length} 格数据不同，${words}`;
}

function Changes({ changes }: { readonly changes: readonly CellChange[] }) {
  return (
    <table class="grid">
      <caption>改动的数据，共 {changes.length} 格</caption>
      <thead>
        <tr>
          {['指标', '申请人', '原先所印', '现在所印'].map((text) => (
            <th scope="col">{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changes.map(({ label_zh, applicant, from, to }) => (
          <tr>
            <th scope="row">{label_zh}</th>
            <td>{applicantZh(applicant)}</td>
            <td class="number">
              <del>{printed(from)}</del>
            </td>
            <td class="number">
              <ins>{printed(to)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function printed(raw: string | null): string {
  if (raw === null) return '没有此格';
  return raw === '' ? '（空）' : raw;
}

function short(sha256: string): string {
  return `${sha256.slice(0, 12)}…`;
}
