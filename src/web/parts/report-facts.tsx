import type { Publication, ReportFacts, ReportVersion } from '../../store/board/report-details.js';
import type { Compliance } from '../../store/board/report-evidence.js';
import { day, minute } from '../words.js';
import { IdentityFacts } from './identity-facts.js';
import { StatusMark } from './marks.js';

interface Props {
  readonly facts: ReportFacts;
  readonly publication: Publication | null;
  readonly versions: readonly ReportVersion[];
  readonly checks: Compliance | undefined;
}

/** Where a report comes from: address, time, hash, versions. */
export function ReportFactList({ facts, publication, versions, checks }: Props) {
  return (
    <>
      <dl class="facts">
        <dt>标题（原文）</dt>
        <dd>{facts.title ?? '原文没有标题'}</dd>
        <dt>发布情况</dt>
        <dd>
          {publication && <StatusMark status={publication.status} />} {facts.publishedOn ?? '日期不明'}
          {publication?.daysLate && `，逾期 ${publication.daysLate} 天`}
        </dd>
        <dt>来源网址</dt>
        <dd>{facts.sourceUrl ? <SourceLink url={facts.sourceUrl} /> : '本地文件'}</dd>
        <dt>时限</dt>
        <dd title={publication?.basis ?? undefined}>
          {publication?.dueOn ? `不迟于 ${publication.dueOn}` : '未列入应发布'}
        </dd>
        <dt>采集时间</dt>
        <dd>{minute(facts.collectedAt)}</dd>
        <dt>表式 / 文件</dt>
        <dd>
          {facts.template ? `${facts.template.slice(1)} 表式` : '表式未能识别'}，
          {MEDIA[facts.mediaType] ?? facts.mediaType}
        </dd>
        <IdentityFacts facts={facts} checks={checks} />
        <dt>SHA-256</dt>
        <dd class="mono">{facts.documentSha256}</dd>
        <dt>原件</dt>
        <dd>
          <OriginalLinks sha256={facts.documentSha256} mediaType={facts.mediaType} />
        </dd>
      </dl>
      {versions.length > 1 && <Versions versions={versions} />}
    </>
  );
}

/** Only http leads anywhere: an address comes from a publisher's page. */
function SourceLink({ url }: { readonly url: string }) {
  if (!/^https?:\/\//.test(url)) return <>本地文件 {fileNameOf(url)}</>;
  return (
    <a href={url} rel="noreferrer nofollow external">
      {url}
    </a>
  );
}

function fileNameOf(url: string): string {
  const name = url.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A PDF or a text has no layout of its own that could be shown in a page. */
function OriginalLinks({ sha256, mediaType }: { readonly sha256: string; readonly mediaType: string }) {
  return (
    <>
      {!PLAIN.has(mediaType) && (
        <>
          <a href={`/originals/${sha256}/page`}>原样显示（隔离）</a> |{' '}
        </>
      )}
      <a href={`/originals/${sha256}/file`}>下载原件</a>
    </>
  );
}

function Versions({ versions }: { readonly versions: readonly ReportVersion[] }) {
  return (
    <table class="grid">
      <caption>本年报曾改动，各版本均已留存</caption>
      <thead>
        <tr>
          <th scope="col">自何时起提供</th>
          <th scope="col">版本</th>
          <th scope="col">SHA-256</th>
          <th scope="col">原件</th>
        </tr>
      </thead>
      <tbody>
        {versions.map((version) => (
          <tr>
            <td>{day(version.since)}</td>
            <td>{version.isCurrent ? '现行' : '已被替换'}</td>
            <td class="mono">{version.documentSha256.slice(0, 16)}…</td>
            <td>
              <OriginalLinks sha256={version.documentSha256} mediaType={version.mediaType} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const PLAIN: ReadonlySet<string> = new Set(['application/pdf', 'text/plain']);

const MEDIA: Readonly<Record<string, string>> = {
  'text/html': '网页',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word 文件（.docx）',
  'text/plain': '文本',
  'application/pdf': 'PDF',
  'application/msword': '旧版 Word（.doc/.wps）',
};
