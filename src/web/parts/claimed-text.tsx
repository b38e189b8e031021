import type { Child } from 'hono/jsx';
import type { Claim, ClaimedSection } from '../../store/board/report-evidence.js';

/** The numbers that the prose tells, each marked where it stands; they are never mixed with those of the tables. */
export function ClaimedText({ sections }: { readonly sections: readonly ClaimedSection[] }) {
  const number = sections.reduce((sum, { claims }) => sum + claims.length, 0);
  if (number === 0) return <p class="hint">正文中没有读出数字。</p>;
  return (
    <details>
      <summary>正文写明的数：{number} 处，指向黄底处看读作什么</summary>
      {sections.map(({ heading, text, claims }) => (
        <section>
          <h3>{heading}</h3>
          <div class="prose">{marked(text, claims)}</div>
        </section>
      ))}
    </details>
  );
}

/** Places are counted as the database counts: by character, not by UTF-16 unit. */
function marked(text: string, claims: readonly Claim[]) {
  const signs = [...text];
  const pieces: Child[] = [];
  let from = 0;
  for (const claim of claims) {
    if (claim.start < from || signs.slice(claim.start, claim.end).join('') !== claim.text) continue;
    pieces.push(signs.slice(from, claim.start).join(''), <mark title={readAs(claim)}>{claim.text}</mark>);
    from = claim.end;
  }
  return [...pieces, signs.slice(from).join('')];
}

function readAs({ labelZh, value, unit, kind, period, aboutYear }: Claim): string {
  const number = kind === 'none' ? '没有（0）' : `${value ?? '不明'}${unit ?? ''}`;
  const time = period === 'report_year' ? '' : `（${PERIODS[period] ?? period}${aboutYear ?? ''}）`;
  return `${labelZh ?? '所指未能判明'}：${number}${time}`;
}

const PERIODS: Readonly<Record<string, string>> = {
  other_year: '他年 ',
  as_of: '截至某日 ',
  cumulative: '历年累计 ',
};
