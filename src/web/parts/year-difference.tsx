import type { YearFigure, YearSection } from '../../store/board/unit-years.js';
import { compareTexts } from '../copied-sentences.js';

interface Props {
  readonly now: number;
  readonly before: number;
  readonly figures: readonly YearFigure[];
  readonly sections: readonly YearSection[];
}

/** What changed between two years: numbers side by side, prose sentence by sentence. */
export function YearDifference({ now, before, figures, sections }: Props) {
  return (
    <>
      <Numbers now={now} before={before} figures={figures} />
      {SECTIONS.map(({ code, zh }) => (
        <Prose
          title={zh}
          now={textOf(sections, now, code)}
          before={textOf(sections, before, code)}
          years={[now, before]}
        />
      ))}
    </>
  );
}

function Numbers({ now, before, figures }: Omit<Props, 'sections'>) {
  const older = new Map(figures.filter(({ year }) => year === before).map((one) => [keyOf(one), one]));
  const rows = figures
    .filter(({ year, applicant }) => year === now && (applicant === null || applicant === 'total'))
    .map((figure) => ({ figure, old: older.get(keyOf(figure)) }))
    .filter(({ figure, old }) => old && old.raw !== figure.raw);
  if (rows.length === 0) return <p class="hint">两个年度可比的各项数据完全相同，或没有同名的项目。</p>;
  return (
    <table class="grid">
      <caption>两个年度不同的数据（表三为总计列），共 {rows.length} 项</caption>
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">{before}</th>
          <th scope="col">{now}</th>
          <th scope="col">增减</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ figure, old }) => (
          <tr>
            <th scope="row">{figure.labelZh}</th>
            <td class="number">{old!.raw || '空'}</td>
            <td class="number">{figure.raw || '空'}</td>
            <td class="number">{difference(figure, old!)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Prose({
  title,
  now,
  before,
  years,
}: {
  title: string;
  now: string;
  before: string;
  years: readonly [number, number];
}) {
  if (now === '' && before === '') return null;
  const { sentences, gone, copiedShare } = compareTexts(now, before);
  return (
    <section>
      <h3>
        {title}：
        {copiedShare === null
          ? '本年没有文字'
          : `与 ${years[1]} 年度逐句相同（数字不计）的占 ${Math.round(copiedShare * 100)}%`}
      </h3>
      <div class="prose">
        {sentences.map(({ text, copied }) =>
          copied ? <mark title={`与 ${years[1]} 年度相同`}>{text}</mark> : text,
        )}
      </div>
      {gone.length > 0 && (
        <details>
          <summary>
            {years[1]} 年度有而 {years[0]} 年度没有的 {gone.length} 句
          </summary>
          <div class="prose">
            {gone.map((text) => (
              <del>{text}</del>
            ))}
          </div>
        </details>
      )}
    </section>
  );
}

function textOf(sections: readonly YearSection[], year: number, code: string): string {
  return sections
    .filter((section) => section.year === year && section.code === code)
    .map(({ text }) => text)
    .join('\n');
}

function keyOf({ indicator, applicant }: YearFigure): string {
  return `${indicator}@${applicant ?? ''}`;
}

function difference(now: YearFigure, old: YearFigure): string {
  if (now.value === null || old.value === null) return '—';
  const delta = Math.round((now.value - old.value) * 1e6) / 1e6;
  return delta > 0 ? `+${delta}` : String(delta);
}

const SECTIONS = [
  { code: 'overview', zh: '一、总体情况' },
  { code: 'problems', zh: '五、存在的主要问题及改进情况' },
  { code: 'other', zh: '六、其他需要报告的事项' },
] as const;
