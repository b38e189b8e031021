import { beforeAll, expect, test } from 'vitest';
import type { Archive } from '../../src/ingest/archive.js';
import { checkUnits } from '../../src/jobs/check-units.js';
import type { Section } from '../../src/model/extraction.js';
import { saveCheckSettings } from '../../src/store/judgement/check-settings.js';
import { saveLocalRules } from '../../src/store/judgement/local-rules.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { queryReadOnly } from '../../src/store/postgres/query-read-only.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { SILENT } from '../../tools/silent-reporter.js';
import { onEachDatabase } from '../store/databases.js';
import { capture, loadable, printed, saveCounty, tableFigures } from '../store/reports.js';

const NOW = new Date('2026-11-01T08:00:00+08:00');

const prose = (...words: string[]): Section[] => [
  {
    code: 'overview',
    heading: '一、总体情况',
    text: words
      .flatMap((word) => [
        `${word}补贴发放的名单和标准都在发放之前张榜公示，公示期内由纪检委员负责受理${word}方面的反映。`,
        `凡是涉及${word}的公开事项，均由经办人、分管负责人和保密员分别审核以后才能够对外发布。`,
        `为了便于老年群众知晓，${word}方面的提示改用广播和短信同步发布，每个季度回访一次。`,
      ])
      .join(''),
  },
];
const figures = (licensing: number) => [
  ...tableFigures('t2021.proactive', 0, (indicator) =>
    indicator === 'proactive.licensing.decisions' ? printed(licensing) : {},
  ),
  ...tableFigures('t2021.applications', 1),
];

onEachDatabase('checks beside the neighbours', (database) => {
  const context = () => ({
    db: database().db,
    archive: undefined as unknown as Archive,
    report: SILENT,
  });
  const rows = async (query: string): Promise<unknown> => (await queryReadOnly(database().db, query)).rows;

  beforeAll(async () => {
    const { db } = database();
    await migrate(db);
    await saveCounty(db, 'anqiu', ['dong', 'xi', 'nan']);
    const reports = [
      loadable('dong', 2022, 'dong-2022', { sections: prose('惠农', '救助', '征地') }),
      loadable('dong', 2023, 'dong-2023', { sections: prose('惠农', '救助', '征地'), figures: figures(7) }),
      loadable('xi', 2023, 'xi-2023', { sections: prose('惠农', '救助', '征地', '防汛') }),
      loadable('nan', 2023, 'nan-2023', {
        sections: prose('就业').map((s) => ({ ...s, text: NAN.repeat(2) })),
      }),
    ];
    // The same year of the same unit at a second address, with another number.
    const elsewhere = loadable('dong', 2023, 'dong-2023-b', { figures: figures(9) });
    for (const report of reports) await capture(db, report, '2024-01-25');
    await capture(db, elsewhere, '2024-01-20', 'http://localhost/elsewhere');
    expect(await saveReports(db, [...reports, elsewhere])).toMatchObject({ failed: [] });
    await checkUnits(context(), NOW);
  });

  test('a report that copies its sibling, its own last year, or differs elsewhere is told', async () => {
    const told = await rows(`select unit_id, report_year::int, check_id, severity from mart.finding
      where check_id in ('copy-sibling', 'copy-last-year', 'multi-platform-mismatch') order by 1, 2, 3`);
    expect(told).toEqual([
      ['dong', 2023, 'copy-last-year', 'error'],
      ['dong', 2023, 'copy-sibling', 'warning'],
      ['dong', 2023, 'multi-platform-mismatch', 'warning'],
      ['xi', 2023, 'copy-sibling', 'warning'],
    ]);
  });

  test('how like the prose is to that of the year before and of the likest sibling is a measure of the year', async () => {
    const measured =
      (await rows(`select unit_id, text_similarity_prev::float8, text_similarity_sibling::float8
      from mart.unit_year where report_year = 2023 order by 1`)) as [string, number | null, number | null][];
    const [[, dongBefore, dongSibling], [nan, ...ofNan], [, xiBefore, xiSibling]] = measured as [
      [string, number, number],
      [string, null, null],
      [string, null, number],
    ];
    expect(dongBefore).toBe(1);
    expect(dongSibling).toBeGreaterThan(0.6);
    expect(dongSibling).toBeLessThan(1);
    expect([xiBefore, xiSibling]).toEqual([null, dongSibling]);
    expect([nan, ...ofNan]).toEqual(['nan', null, null]);
    expect(
      await rows(`select value::float8 from mart.unit_measure
        where unit_id = 'dong' and report_year = 2023 and measure = 'text_similarity_prev'`),
    ).toEqual([[1]]);
  });

  test('the passages of both reports are the evidence', async () => {
    const [[passages]] = (await rows(`select evidence from mart.finding
      where unit_id = 'xi' and check_id = 'copy-sibling'`)) as [[{ text: string; unitId?: string }[]]];
    expect(passages[0]!.text).toBe(passages[1]!.text);
    expect([passages[0]!.unitId, passages[1]!.unitId]).toEqual([undefined, 'dong']);
  });

  test('checking again changes nothing', async () => {
    expect(await checkUnits(context(), NOW)).toBe(0);
  });

  test('n of m: what can be judged is counted, and roll-ups are not counted twice', async () => {
    const [[checks, applicable, passed, failed, uncertain]] =
      (await rows(`select checks, applicable, passed, failed, uncertain
      from mart.compliance_summary where unit_id = 'dong' and report_year = 2023`)) as [
        [number, number, number, number, number],
      ];
    expect(applicable).toBe(passed + failed + uncertain);
    expect(checks).toBeGreaterThan(applicable);
    const counted =
      await rows(`select count(*)::int from mart.compliance where unit_id = 'dong' and report_year = 2023
      and check_id not in ('identity-fail', 'carry-mismatch', 'text-table-mismatch', 'fee-conflict')`);
    expect(counted).toEqual([[checks]]);
  });

  test('what the place says of its tasks and powers is asked at the next check', async () => {
    await saveLocalRules(database().db, {
      keyWork: { 2023: ['营商环境'] },
      withoutPower: { town: ['licensing'] },
    });
    expect(await checkUnits(context(), NOW)).toBeGreaterThan(0);
    const told = await rows(`select unit_id, check_id from mart.finding
      where check_id in ('key-work-missing', 'coercion-vs-power') order by 1, 2`);
    expect(told).toEqual([
      ['dong', 'coercion-vs-power'],
      ['dong', 'key-work-missing'],
      ['nan', 'key-work-missing'],
      ['xi', 'key-work-missing'],
    ]);
  });

  test('an office weighs a check otherwise, or switches it off, without anything being read again', async () => {
    await saveCheckSettings(database().db, { 'copy-last-year': 'info', 'copy-sibling': 'off' });
    expect(
      await rows(`select unit_id, check_id, severity from mart.finding where check_id like 'copy-%'`),
    ).toEqual([['dong', 'copy-last-year', 'info']]);
    expect(await rows(`select from mart.compliance where check_id = 'copy-sibling'`)).toEqual([]);
    await saveCheckSettings(database().db, {});
    expect(await rows(`select count(*)::int from mart.finding where check_id like 'copy-%'`)).toEqual([[3]]);
  });
});

const NAN =
  '村史馆添置了查阅桌椅，借阅登记改成扫码完成。年初排定的培训分四次办完，新来的同志都参加了测验。公开栏由木板换成橱窗，雨天纸张不再打湿。乡贤座谈会提出的十条建议，逐条列表写明谁办、何时办好。';
