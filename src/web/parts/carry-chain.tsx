import type { YearFigure } from '../../store/board/unit-years.js';
import { reportPath } from '../words.js';

interface Props {
  readonly unitId: string;
  readonly years: readonly number[];
  readonly figures: readonly YearFigure[];
}

/** What one year carries out the next must carry in: 总计 column, year by year. */
export function CarryChain({ unitId, years, figures }: Props) {
  const figure = (year: number, indicator: string) =>
    figures.find((one) => one.year === year && one.indicator === indicator && one.applicant === 'total');
  return (
    <table class="grid">
      <caption>表三总计列：上年度“结转下年度继续办理”应等于本年度“上年结转”</caption>
      <thead>
        <tr>
          <th scope="col">年度</th>
          <th scope="col">上年结转</th>
          <th scope="col">本年新收</th>
          <th scope="col">办理结果总计</th>
          <th scope="col">结转下年度</th>
          <th scope="col">与上一年度衔接</th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr>
            <th scope="row">
              <a href={reportPath(unitId, year)}>{year}</a>
            </th>
            {INDICATORS.map((indicator) => (
              <td class="number">{figure(year, indicator)?.raw ?? '—'}</td>
            ))}
            <td>
              {verdict(figure(year - 1, 'applications.carried_out'), figure(year, 'applications.carried_in'))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function verdict(before: YearFigure | undefined, now: YearFigure | undefined) {
  if (typeof before?.value !== 'number' || typeof now?.value !== 'number')
    return <span class="hint">无从判断</span>;
  if (before.value === now.value) return <span class="mark state-done">一致</span>;
  return (
    <span class="mark sev-error">
      不符：上年结转出 {before.value}，本年结转入 {now.value}
    </span>
  );
}

const INDICATORS = [
  'applications.carried_in',
  'applications.new_received',
  'results.total',
  'applications.carried_out',
];
