import type { PublicationRow } from '../../store/board/board-data.js';
import { readBoard } from '../../store/board/read-board.js';
import { complianceOf } from '../../store/board/report-evidence.js';
import {
  type SeriesPoint,
  type UnitYear,
  unitFigures,
  unitSections,
  unitSeries,
  unitYears,
  type YearFigure,
  type YearSection,
} from '../../store/board/unit-years.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { CarryChain } from '../parts/carry-chain.js';
import { ComplianceTable } from '../parts/compliance-table.js';
import { Select } from '../parts/filter-bar.js';
import { StatusMark } from '../parts/marks.js';
import { CHARTED, UnitCharts } from '../parts/unit-charts.js';
import { YearDifference } from '../parts/year-difference.js';
import { YearTable } from '../parts/year-table.js';
import { yearOf } from '../query.js';
import { render } from '../render.js';
import { withData } from '../with-data.js';
import { kindZh, reportPath, unitPath, withQuery } from '../words.js';
import { errorPage } from './error-page.js';

/** One unit over the years: series with their breaks, the carry-over chain, and what changed between two years. */
export async function unitPage(c: BoardContext): Promise<Response> {
  const unitId = c.req.param('unit')!;
  const held = await withData(c, async (data, db) => ({
    heading: data.units.get(unitId),
    publications: data.publications.filter((row) => row.unitId === unitId).sort((a, b) => a.year - b.year),
    ...(await readBoard(db, async (reader) => ({
      years: await unitYears(reader, unitId),
      figures: await unitFigures(reader, unitId),
      points: await unitSeries(reader, unitId, CHARTED),
      sections: await unitSections(reader, unitId),
      compliance: await complianceOf(reader, unitId),
    }))),
  }));
  const { heading, years, publications, compliance } = held;
  if (!heading) return errorPage(c, 404, '没有这个单位', `没有代码为“${unitId}”的单位。`);
  const all = years.map(({ year }) => year);
  const now = oneOfYears(all, yearOf(c, 'now')) ?? all.at(-1);
  const before =
    oneOfYears(all, yearOf(c, 'before')) ??
    all.filter((year) => now !== undefined && year < now).at(-1) ??
    all.find((year) => year !== now);
  return render(
    c,
    <Layout
      c={c}
      title={heading.fullName}
      crumbs={
        heading.county === null
          ? []
          : [{ text: heading.county, href: withQuery('/', { county: heading.county }) }]
      }
    >
      <h1>{heading.fullName}</h1>
      <p class="meta">
        {kindZh(heading.kind)}
        {heading.county && `，${heading.county}`}
        {!heading.active && '，已撤并'}
      </p>
      <p class="actions">
        <a class="button" href={withQuery('/findings', { unit: unitId })}>
          全部问题
        </a>
        <a class="button" href={withQuery('/notice.docx', { unit: unitId })}>
          整改通知（.docx）
        </a>
      </p>
      <p>
        {publications.map(({ year, status }) => (
          <>
            <a href={reportPath(unitId, year)}>{year}</a> <StatusMark status={status} />
            {'　'}
          </>
        ))}
      </p>
      {all.length === 0 ? <p class="empty">还没有读到该单位的年报。</p> : null}
      <h2>检查结果</h2>
      <ComplianceTable unitId={unitId} rows={compliance} />
      {all.length > 0 && <OverTheYears {...held} unitId={unitId} now={now} before={before} />}
    </Layout>,
  );
}

interface YearsProps {
  readonly unitId: string;
  readonly years: readonly UnitYear[];
  readonly publications: readonly PublicationRow[];
  readonly figures: readonly YearFigure[];
  readonly points: readonly SeriesPoint[];
  readonly sections: readonly YearSection[];
  readonly now: number | undefined;
  readonly before: number | undefined;
}

function OverTheYears({ unitId, years, publications, figures, points, sections, now, before }: YearsProps) {
  const all = years.map(({ year }) => year);
  return (
    <>
      <h2>主要指标</h2>
      <UnitCharts years={all} points={points} />
      <h2>结转链</h2>
      <CarryChain unitId={unitId} years={publications.map(({ year }) => year)} figures={figures} />
      <h2>逐项历年数据</h2>
      <YearTable unitId={unitId} years={years} figures={figures} />
      <h2>两个年度比较</h2>
      {now === undefined || before === undefined ? (
        <p class="hint">只有一个年度，无从比较。</p>
      ) : (
        <>
          <form class="filters" method="get" action={unitPath(unitId)}>
            <Select label="本年" name="now" choices={choices(all)} chosen={now} any={null} />
            <Select label="对比年" name="before" choices={choices(all)} chosen={before} any={null} />
            <button type="submit">比较</button>
          </form>
          <YearDifference now={now} before={before} figures={figures} sections={sections} />
        </>
      )}
    </>
  );
}

/** A year that there is a report of. */
function oneOfYears(years: readonly number[], year: number | undefined): number | undefined {
  return years.find((one) => one === year);
}

function choices(years: readonly number[]) {
  return years.map((year) => ({ value: String(year), text: `${year} 年度` }));
}
