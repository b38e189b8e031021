import { beforeAll, expect, test } from 'vitest';
import { knownCapture, saveCapture, touchCapture } from '../../src/store/collection/captures.js';
import { saveExpectations } from '../../src/store/collection/expectations.js';
import { recordFetch, saveListings } from '../../src/store/collection/fetches.js';
import { pendingDocuments } from '../../src/store/collection/pending-documents.js';
import { saveRefusals } from '../../src/store/collection/refusals.js';
import { finishRun, lastRun, startRun } from '../../src/store/collection/runs.js';
import { statusSummary } from '../../src/store/collection/status-summary.js';
import { unitSeries } from '../../src/store/judgement/unit-series.js';
import { saveUnitYearChecks } from '../../src/store/judgement/unit-year-checks.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { listUnits, saveUnits, UnknownParentError } from '../../src/store/units/units.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { blank, capture, extraction, loadable, printed, saveCounty, sha, tableFigures } from './reports.js';

const finding = { check: 't3-balance', severity: 'error', outcome: 'fail', message: '不平衡' } as const;

/** Everything that a save could touch, times included. */
const EVERYTHING = `
  select (select json_agg(t order by t) from (select r::text t from core.report r) a)::text
    || (select json_agg(t order by t) from (select r::text t from core.table_reading r) a)::text
    || (select json_agg(t order by t) from (select r::text t from core.section r) a)::text
    || coalesce((select json_agg(t order by t) from (select r::text t from core.report_finding r) a)::text, '')
    || (select json_agg(t order by t) from (select r::text t from raw.capture r) a)::text as everything`;

onEachDatabase('saving', (database) => {
  beforeAll(() => migrate(database().db));

  test('a report saved twice changes nothing, not even its times', async () => {
    const { db } = database();
    await saveCounty(db, 'twice', ['twice-a', 'twice-b']);
    const reports = [loadable('twice-a', 2021, 'a', { findings: [finding] }), loadable('twice-b', 2021, 'b')];
    for (const report of reports) expect(await capture(db, report, '2022-02-01')).toBe('new');
    expect(await saveReports(db, reports)).toEqual({ added: 2, changed: 0, unchanged: 0, failed: [] });
    const before = await ask(db, EVERYTHING);
    for (const report of reports) expect(await capture(db, report, '2022-02-01')).toBe('unchanged');
    expect(await saveReports(db, reports)).toEqual({ added: 0, changed: 0, unchanged: 2, failed: [] });
    expect(await ask(db, EVERYTHING)).toEqual(before);
  });

  test('a new reading takes the place of the old one with all its rows', async () => {
    const { db } = database();
    await saveCounty(db, 'again', ['again-a']);
    const report = loadable('again-a', 2021, 'again', { findings: [finding, finding] });
    await capture(db, report, '2022-02-01');
    await saveReports(db, [report]);
    const figures = tableFigures('review_litigation', 0);
    const smaller = { ...report, parserVersion: '2-test', extraction: extraction({ figures, sections: [] }) };
    expect(await saveReports(db, [smaller])).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    const count = "select count(*) as n from mart.VIEW where unit_id = 'again-a'";
    expect(await ask(db, count.replace('VIEW', 'figure'))).toEqual([{ n: 15 }]);
    expect(await ask(db, count.replace('VIEW', 'section'))).toEqual([{ n: 0 }]);
    expect(await ask(db, count.replace('VIEW', 'finding'))).toEqual([{ n: 0 }]);
  });

  test('a raised parser version alone is noted on the report and leaves its rows', async () => {
    const { db } = database();
    await saveCounty(db, 'raised', ['raised-a']);
    const report = loadable('raised-a', 2021, 'raised');
    await capture(db, report, '2022-02-01');
    await saveReports(db, [report]);
    const before = await ask(db, "select xmin, ctid from core.table_reading where unit_id = 'raised-a'");
    expect(await saveReports(db, [{ ...report, parserVersion: '2-test' }])).toMatchObject({ unchanged: 1 });
    expect(await ask(db, "select xmin, ctid from core.table_reading where unit_id = 'raised-a'")).toEqual(
      before,
    );
    const version = "select parser_version, readings from core.report where unit_id = 'raised-a'";
    expect(await ask(db, version)).toEqual([{ parser_version: '2-test', readings: 1 }]);
  });

  test('a report that cannot be stored is named with the reason, leaves nothing, and the others are stored', async () => {
    const { db } = database();
    await saveCounty(db, 'partly', ['partly-a', 'partly-c']);
    const good = ['partly-a', 'partly-c'].map((unit) => loadable(unit, 2021, unit));
    const noUnit = loadable('partly-b', 2021, 'partly-b');
    const noDocument = loadable('partly-a', 2020, 'never captured');
    const noDay = loadable('partly-a', 2019, 'no day', {
      identity: { ...extraction().identity, publishedOn: '2022-02-30' },
    });
    for (const report of [...good, noUnit, noDay]) await capture(db, report, '2022-02-01');
    const saved = await saveReports(db, [good[0]!, noUnit, noDocument, noDay, good[1]!]);
    expect(saved).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(saved.failed.map((f) => [f.report.unitId, f.report.reportYear, f.message])).toEqual(
      expect.arrayContaining([
        ['partly-b', 2021, expect.stringContaining('not in the registry')],
        ['partly-a', 2020, expect.stringContaining('not recorded')],
        ['partly-a', 2019, expect.stringContaining('no day of the calendar')],
      ]),
    );
    const orphans = `select count(*) as n from core.table_reading t
      where not exists (select from core.report r where r.unit_id = t.unit_id and r.report_id = t.report_id)`;
    expect(await ask(db, orphans)).toEqual([{ n: 0 }]);
  });

  test('a failure between two tables of a report leaves nothing of the transaction', async () => {
    const { db } = database();
    await saveCounty(db, 'torn', ['torn-a', 'torn-b']);
    const reports = ['torn-a', 'torn-b'].map((unit) => loadable(unit, 2021, unit, { findings: [finding] }));
    for (const report of reports) await capture(db, report, '2022-02-01');
    await ask(
      db,
      "alter table core.report_finding add constraint torn check (unit_id <> 'torn-b') not valid",
    );
    const saved = await saveReports(db, reports);
    await ask(db, 'alter table core.report_finding drop constraint torn');
    expect(saved).toMatchObject({ added: 1, failed: [{ report: { unitId: 'torn-b' } }] });
    for (const table of ['core.report', 'core.table_reading', 'core.section', 'core.report_finding']) {
      expect(await ask(db, `select count(*) as n from ${table} where unit_id = 'torn-b'`)).toEqual([
        { n: 0 },
      ]);
    }
    expect(await saveReports(db, reports)).toMatchObject({ added: 1, unchanged: 1, failed: [] });
  });

  test('two loaders of the same reports at once store each once', async () => {
    const { db } = database();
    const units = Array.from({ length: 40 }, (_, i) => `both-${i}`);
    await saveCounty(db, 'both', units);
    const reports = units.map((unit) => loadable(unit, 2021, unit));
    for (const report of reports) await capture(db, report, '2022-02-01');
    const saved = await Promise.all([saveReports(db, reports), saveReports(db, [...reports].reverse())]);
    expect(saved.map((s) => s.added).sort((a, b) => a - b)).toEqual([0, 40]);
    expect(await ask(db, "select count(*) as n from core.table_reading where unit_id like 'both-%'")).toEqual(
      [{ n: 120 }],
    );
  });

  test('a revised document becomes current, and going back makes the old one current again', async () => {
    const { db } = database();
    await saveCounty(db, 'revised', ['revised-a']);
    const current = () =>
      ask<{ document_sha256: string; revised_at: Date | null }>(
        db,
        "select document_sha256, revised_at from mart.report where unit_id = 'revised-a'",
      );
    const [first, second] = [loadable('revised-a', 2021, 'first'), loadable('revised-a', 2021, 'second')];
    expect(await capture(db, first, '2022-02-01')).toBe('new');
    await saveReports(db, [first]);
    expect(await current()).toEqual([{ document_sha256: sha('first'), revised_at: null }]);
    expect(await capture(db, second, '2022-03-01')).toBe('revised');
    expect((await current())[0]!.document_sha256).toBe(sha('first'));
    await saveReports(db, [second]);
    expect(await current()).toEqual([
      { document_sha256: sha('second'), revised_at: new Date('2022-03-01T00:00:00Z') },
    ]);
    expect(await capture(db, first, '2022-04-01')).toBe('reverted');
    expect(await current()).toEqual([
      { document_sha256: sha('first'), revised_at: new Date('2022-04-01T00:00:00Z') },
    ]);
  });

  test('a known address tells its etag, and "not modified" moves only the day it was last seen', async () => {
    const { db } = database();
    const url = 'http://localhost/revised-a/2021';
    const before = await knownCapture(db, url);
    expect(before).toMatchObject({ documentSha256: sha('first'), etag: `"${sha('first').slice(0, 8)}"` });
    await touchCapture(db, url, new Date('2022-05-01T00:00:00Z'));
    expect(await knownCapture(db, url)).toEqual({ ...before, lastSeenAt: new Date('2022-05-01T00:00:00Z') });
    expect(await knownCapture(db, 'http://localhost/none')).toBeNull();
  });

  test('work to do is what this parser version has neither read nor refused', async () => {
    const { db } = database();
    await saveCounty(db, 'todo', ['todo-a', 'todo-b']);
    const [read, refused] = [loadable('todo-a', 2021, 'todo-a'), loadable('todo-b', 2021, 'todo-b')];
    for (const report of [read, refused]) await capture(db, report, '2022-02-01');
    const todo = async (version: string) =>
      (await pendingDocuments(db, version)).filter((d) => d.unitId?.startsWith('todo-'));
    expect((await todo('1-test')).map((d) => d.unitId).sort()).toEqual(['todo-a', 'todo-b']);
    expect((await todo('1-test'))[0]).toMatchObject({
      servedType: 'text/html',
      listedOn: '2022-01-21',
      reportYear: 2021,
    });
    const refusal = {
      documentSha256: sha('todo-b'),
      parserVersion: '1-test',
      code: 'read/empty',
      message: '文件是空的',
    };
    await saveReports(db, [read]);
    expect(await saveRefusals(db, [refusal])).toBe(1);
    expect(await saveRefusals(db, [refusal])).toBe(0);
    expect(await todo('1-test')).toEqual([]);
    expect(await todo('2-test')).toHaveLength(2);
    const found = "select check_id, severity, report_year from mart.finding where unit_id = 'todo-b'";
    expect(await ask(db, found)).toEqual([
      { check_id: 'read/empty', severity: 'blocker', report_year: 2021 },
    ]);
    await saveReports(db, [refused]);
    expect(await ask(db, found)).toEqual([]);
    await saveRefusals(db, [{ ...refusal, parserVersion: '2-test' }]);
    expect(await ask(db, "select from core.table_reading where unit_id = 'todo-b'")).toEqual([]);
    expect(await ask(db, found)).toHaveLength(1);
  });

  test('a series holds the current reports, what is expected and the years that could not be read', async () => {
    const { db } = database();
    await saveCounty(db, 'series', ['series-a']);
    const reports = [2020, 2021].map((year) => loadable('series-a', year, `series-${year}`));
    const unread = loadable('series-a', 2022, 'series-2022');
    const form = loadable('series-a', 2023, 'series-2023');
    for (const report of [...reports, unread, form]) await capture(db, report, '2024-02-01');
    await saveReports(db, reports);
    await saveRefusals(db, [
      {
        documentSha256: sha('series-2022'),
        parserVersion: '1-test',
        code: 'read/encrypted',
        message: '加密',
      },
      {
        documentSha256: sha('series-2023'),
        parserVersion: '1-test',
        code: 'recognise/not-a-report',
        message: '空表',
      },
    ]);
    const years = { from: 2020, to: 2023 };
    const expected = [2020, 2021, 2022, 2023].map((reportYear) => ({
      unitId: 'series-a',
      reportYear,
      dueOn: `${reportYear + 1}-01-19`,
      basis: '条例第四十九条',
    }));
    await saveExpectations(db, expected, years);
    const series = [];
    for await (const unit of unitSeries(db, ['series-a', 'series'])) series.push(unit);
    expect(series.map((s) => s.unitId)).toEqual(['series', 'series-a']);
    expect(series[1]).toMatchObject({ unitName: 'series-a镇', unitKind: 'town', unreadYears: [2022] });
    expect(series[1]!.expectations).toEqual(expected);
    expect(series[1]!.reports.map((r) => [r.reportYear, r.figures.length])).toEqual([
      [2020, 200],
      [2021, 200],
    ]);
    const coverage = "select * from mart.coverage where parent_id = 'series' order by report_year";
    expect(await ask(db, coverage)).toMatchObject([
      { report_year: 2020, expected: 1, published: 1, parsed: 1, late: 1, missing: 0, coverage: '1.000000' },
      { report_year: 2021, expected: 1, published: 1, parsed: 1, late: 1, missing: 0 },
      { report_year: 2022, expected: 1, published: 1, parsed: 0, late: 0, missing: 0, unread: 1 },
      { report_year: 2023, expected: 1, published: 0, parsed: 0, late: 0, missing: 1 },
    ]);
    const { missing, late } = await statusSummary(db, '1-test');
    expect(missing.filter((m) => m.unitId === 'series-a').map((m) => m.reportYear)).toEqual([2023]);
    expect(late.filter((m) => m.unitId === 'series-a').map((m) => m.reportYear)).toEqual([2020, 2021]);
    await saveExpectations(db, expected.slice(0, 1), years);
    expect(await ask(db, "select from core.expectation where unit_id = 'series-a'")).toHaveLength(1);
  });

  test('checks over years replace what was held of the unit and year, and twice changes nothing', async () => {
    const { db } = database();
    await saveCounty(db, 'checked', ['checked-a']);
    const checks = [2020, 2021].map((reportYear) => ({
      unitId: 'checked-a',
      reportYear,
      findings: [
        { ...finding, check: 'xy-carry', evidence: [{ indicator: 'applications.carried_in', value: 1 }] },
      ],
      outcomes: { 'xy-carry': 'fail', 'report-missing': 'pass' } as const,
    }));
    expect(await saveUnitYearChecks(db, checks)).toBe(2);
    expect(await saveUnitYearChecks(db, checks)).toBe(0);
    expect(await saveUnitYearChecks(db, [{ ...checks[1]!, findings: [], outcomes: {} }])).toBe(1);
    const found = "select report_year, evidence from mart.finding where unit_id = 'checked-a'";
    expect(await ask(db, found)).toEqual([{ report_year: 2020, evidence: checks[0]!.findings[0]!.evidence }]);
    const compliance = "select check_id, outcome from mart.compliance where unit_id = 'checked-a' order by 1";
    expect(await ask(db, compliance)).toEqual([
      { check_id: 'report-missing', outcome: 'pass' },
      { check_id: 'xy-carry', outcome: 'fail' },
    ]);
    await saveUnitYearChecks(db, [checks[1]!], { units: ['checked-a'] });
    expect(await ask(db, found)).toMatchObject([{ report_year: 2021 }]);
  });

  test('units keep dated names; an unknown parent is named', async () => {
    const { db } = database();
    const record = { unitId: 'dated', kind: 'town', divisionCode: null, parentId: null } as const;
    const records = [
      { ...record, name: '老乡', validFrom: null, validTo: '2020-12-31' },
      { ...record, name: '新镇', validFrom: '2021-01-01', validTo: null },
    ];
    await saveUnits(db, records);
    await saveUnits(db, records);
    expect((await listUnits(db)).filter((u) => u.unitId === 'dated')).toEqual(records);
    const orphan = { ...records[1]!, unitId: 'orphan', parentId: 'nobody' };
    await expect(saveUnits(db, [orphan])).rejects.toThrow(UnknownParentError);
    await expect(saveUnits(db, [orphan])).rejects.toThrow(/orphan.*nobody/);
    expect((await listUnits(db)).some((u) => u.unitId === 'orphan')).toBe(false);
  });

  test('measures have their numerators and denominators, a break is marked, and unknown is null', async () => {
    const { db } = database();
    const record = { unitId: 'measured', kind: 'town', divisionCode: null, parentId: null } as const;
    await saveUnits(db, [
      { ...record, name: '老乡', validFrom: null, validTo: '2021-12-31' },
      { ...record, name: '新镇', validFrom: '2022-01-01', validTo: null },
    ]);
    const counts: Record<string, number> = {
      'applications.new_received': 10,
      'applications.carried_in': 2,
      'results.granted': 3,
      'results.partially_granted': 1,
      'results.denied.state_secret': 4,
      'results.total': 8,
      'applications.carried_out': 4,
    };
    const figures = (gap = '') =>
      tableFigures('t2021.applications', 1, (indicator, applicant) =>
        indicator === gap ? blank : applicant === 'total' ? printed(counts[indicator] ?? 0) : {},
      );
    const reports = [
      loadable('measured', 2021, 'm1', { figures: figures() }),
      loadable('measured', 2022, 'm2', { figures: figures(), findings: [finding] }),
      loadable('measured', 2023, 'm3', { figures: figures('results.denied.law_prohibited') }),
    ];
    for (const report of reports) await capture(db, report, '2024-02-01');
    await saveReports(db, reports);
    const rows = await ask<Record<string, unknown>>(
      db,
      "select * from mart.unit_year where unit_id = 'measured' order by report_year",
    );
    expect(rows[0]).toMatchObject({
      applications_received: 10,
      caseload: 12,
      disclosed_total: 4,
      denied_total: 4,
      results_total: 8,
      disclosure_rate: '0.500000',
      denial_rate: '0.500000',
      clearance_rate: '0.666667',
      ground_share_denied_state_secret: '1.000000',
      ground_share_unable_not_held: null,
      review_rate: null,
      series_break: false,
      quality_score: '100',
      unit_name: '新镇',
      unit_name_then: '老乡',
    });
    expect(rows[1]).toMatchObject({ series_break: true, quality_score: '90', denied_total: 4 });
    expect(rows[2]).toMatchObject({ series_break: false, denied_total: null, denial_rate: null, granted: 3 });
    const outcomes = `select * from mart.application_outcome
      where unit_id = 'measured' and report_year = 2023 and applicant = 'total' and count is distinct from 0 order by outcome`;
    expect(
      (await ask<{ outcome: string; count: string | null }>(db, outcomes)).map((o) => [o.outcome, o.count]),
    ).toEqual([
      ['results.denied.law_prohibited', null],
      ['results.denied.state_secret', '4'],
      ['results.granted', '3'],
      ['results.partially_granted', '1'],
      ['results.total', '8'],
    ]);
  });

  test('runs, fetches and listings are recorded', async () => {
    const { db } = database();
    const at = new Date('2024-02-01T00:00:00Z');
    expect(await lastRun(db, 'none')).toBeNull();
    const id = await startRun(db, 'main', at);
    expect(await lastRun(db)).toBeNull();
    const counts = { found: 5, fetched: 4, parsed: 3, loaded: 2, failed: 1 };
    await finishRun(db, id, { finishedAt: at, counts });
    expect(await lastRun(db)).toMatchObject({ job: 'main', error: null, ...counts });
    const listing = {
      sourceId: 's',
      url: 'http://list.example/u',
      listUrl: 'http://list.example/index.html',
      title: '年报',
      listedOn: null,
      unitId: null,
      reportYear: 2021,
    };
    await saveListings(db, [
      { ...listing, seenAt: at },
      { ...listing, seenAt: at },
    ]);
    await saveListings(db, [{ ...listing, title: '年报（修订）', seenAt: new Date('2024-03-01T00:00:00Z') }]);
    expect(await ask(db, 'select title, first_seen_at, last_seen_at from raw.listing')).toEqual([
      { title: '年报（修订）', first_seen_at: at, last_seen_at: new Date('2024-03-01T00:00:00Z') },
    ]);
    const fetch = {
      url: 'u',
      fetchedAt: at,
      status: 404,
      outcome: 'failed',
      documentSha256: null,
      message: '404',
    };
    await recordFetch(db, fetch);
    await recordFetch(db, fetch);
    expect(await ask(db, 'select * from raw.fetch')).toHaveLength(1);
  });

  test('a capture without a unit is recorded all the same', async () => {
    const { db } = database();
    const report = loadable('nobody', 2021, 'unit unknown');
    await capture(db, report, '2022-02-01');
    const { capturedAt, ...known } = (await pendingDocuments(db, '9-test')).find(
      (d) => d.sha256 === sha('unit unknown'),
    )!;
    expect(known.unitId).toBe('nobody');
    const document = { sha256: known.sha256, mediaType: 'text/html', byteLength: 1, servedType: 'text/html' };
    const served = {
      ...{
        url: known.url,
        sourceId: 'source',
        unitId: null,
        documentSha256: known.sha256,
        listedTitle: null,
      },
      ...{ listedOn: null, reportYear: null, capturedAt, etag: null, lastModified: null },
    };
    await saveCapture(db, { document, capture: served });
    expect((await pendingDocuments(db, '9-test')).find((d) => d.sha256 === known.sha256)!.unitId).toBeNull();
  });
});
