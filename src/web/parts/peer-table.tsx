import type { UnitRate } from '../rates.js';
import { kindZh, reportPath } from '../words.js';
import { percent } from './rate-table.js';

/** Units among their peers (one kind, one county): no ranking, and no rate where there is too little to divide by. */
export function PeerTable({ units, year }: { readonly units: readonly UnitRate[]; readonly year: number }) {
  const groups = new Map<string, UnitRate[]>();
  for (const unit of units) {
    const key = `${unit.county ?? '（市本级）'} · ${kindZh(unit.kind)}`;
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return (
    <div class="scroll">
      <table class="grid">
        <caption>
          同类 = 同县（市、区）同类型单位；分母小于 {FEWEST}{' '}
          件的比率偶然性大，不列，只列分子分母；合计也是。不排名。
        </caption>
        <thead>
          <tr>
            <th scope="col">同类组</th>
            <th scope="col">单位</th>
            <th scope="col">分子</th>
            <th scope="col">分母</th>
            <th scope="col">比率</th>
            <th scope="col">同类合计</th>
          </tr>
        </thead>
        <tbody>
          {[...groups].map(([name, members]) =>
            members.map((unit, place) => (
              <tr>
                {place === 0 && <td rowspan={members.length}>{name}</td>}
                <th scope="row">
                  <a href={reportPath(unit.unitId, year)}>{unit.unitName}</a>
                </th>
                <td class="number">{unit.numerator ?? '未印'}</td>
                <td class="number">{unit.denominator ?? '未印'}</td>
                <td class="number">{ownRate(unit)}</td>
                {place === 0 && (
                  <td class="number" rowspan={members.length}>
                    {pooled(members)}
                  </td>
                )}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

function ownRate({ numerator, denominator }: UnitRate): string {
  if (numerator === null || denominator === null) return '—';
  return denominator < FEWEST ? `分母 < ${FEWEST}` : percent(numerator, denominator);
}

function pooled(members: readonly UnitRate[]): string {
  const full = members.filter(({ numerator, denominator }) => numerator !== null && denominator !== null);
  const top = full.reduce((sum, { numerator }) => sum + numerator!, 0);
  const bottom = full.reduce((sum, { denominator }) => sum + denominator!, 0);
  const rate = bottom < FEWEST ? `分母 < ${FEWEST}` : percent(top, bottom);
  return `${rate}（${top} / ${bottom}，n=${full.length}）`;
}

/** One application more or less would move a smaller one's rate by over 10 points. */
const FEWEST = 10;
