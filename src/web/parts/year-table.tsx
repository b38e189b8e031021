import { INDICATORS } from '../../catalogue/indicators.js';
import type { UnitYear, YearFigure } from '../../store/board/unit-years.js';
import { reportPath } from '../words.js';

interface Props {
  readonly unitId: string;
  readonly years: readonly UnitYear[];
  readonly figures: readonly YearFigure[];
}

/** Every indicator over the years, as printed; a bar stands where the form or the unit's name changed. */
export function YearTable({ unitId, years, figures }: Props) {
  const shown = figures.filter(({ applicant }) => applicant === null || applicant === 'total');
  const cell = new Map(shown.map((figure) => [`${figure.indicator} ${figure.year}`, figure]));
  const present = new Set(shown.map(({ indicator }) => indicator));
  return (
    <div class="scroll">
      <table class="grid">
        <caption>
          按原文所印；“┆”左右表式不同或单位更名，不能直接相比。比较性 A 同义，B 近似，C 不是同一序列
        </caption>
        <thead>
          <tr>
            <th scope="col">指标（表三为总计列）</th>
            <th scope="col">比较性</th>
            {years.map(({ year, template, seriesBreak }) => (
              <th scope="col">
                {seriesBreak && '┆ '}
                <a href={reportPath(unitId, year)}>{year}</a>
                <div class="hint">{template?.slice(1) ?? '未识别'} 表式</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {INDICATORS.filter(({ code }) => present.has(code)).map(({ code, labelZh, comparability }) => (
            <tr>
              <th scope="row">{labelZh}</th>
              <td>{comparability}</td>
              {years.map(({ year, seriesBreak }) => (
                <td class="number">
                  {seriesBreak && comparability !== 'A' && '┆ '}
                  {shownValue(cell.get(`${code} ${year}`))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shownValue(figure: YearFigure | undefined) {
  if (!figure) return <span class="hint">无此项</span>;
  return figure.raw === '' ? <span class="hint">空</span> : figure.raw;
}
