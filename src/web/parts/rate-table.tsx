import type { Rate } from '../rates.js';

/** Groups by years: each rate with its numerator, denominator and n. */
export function RateTable({ rates }: { readonly rates: readonly Rate[] }) {
  const years = [...new Set(rates.map(({ year }) => year))].sort();
  const groups = [...new Set(rates.map(({ group }) => group))];
  return (
    <div class="scroll">
      <table class="grid">
        <caption>比率（分子 / 分母，n = 计入单位数）</caption>
        <thead>
          <tr>
            <th scope="col">分组</th>
            {years.map((year) => (
              <th scope="col">{year}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr>
              <th scope="row">{group}</th>
              {years.map((year) => (
                <td class="number">
                  <RateCell rate={rates.find((rate) => rate.group === group && rate.year === year)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RateCell({ rate }: { readonly rate: Rate | undefined }) {
  if (!rate) return <>—</>;
  const { numerator, denominator, n, reports } = rate;
  return (
    <>
      <strong>{percent(numerator, denominator)}</strong>
      <div class="hint">
        {numerator} / {denominator}，n={n}
        {n < reports && `（另 ${reports - n} 个未印）`}
      </div>
    </>
  );
}

/** A denominator of 0 gives no rate. */
export function percent(numerator: number, denominator: number): string {
  return denominator > 0 ? `${((numerator / denominator) * 100).toFixed(1)}%` : '—';
}
