import { beforeAll, expect, test } from 'vitest';
import { saveCapture, touchCapture } from '../../src/store/collection/captures.js';
import { pendingDocuments } from '../../src/store/collection/pending-documents.js';
import { saveRefusals } from '../../src/store/collection/refusals.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { saveReports } from '../../src/store/reports/save-reports.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';
import { loadable, saveCounty, sha } from './reports.js';

onEachDatabase('what is said of a document and corrected', (database) => {
  beforeAll(() => migrate(database().db));

  const shown = (
    word: string,
    unitId: string | null,
    { source = 'list', day = '2022-02-01', year = 2021 } = {},
  ) => ({
    document: { sha256: sha(word), mediaType: 'text/html' as const, byteLength: 1, servedType: null },
    capture: {
      ...{
        url: `http://a.gov.cn/${word}`,
        sourceId: source,
        unitId,
        documentSha256: sha(word),
        reportYear: year,
      },
      ...{ listedTitle: null, listedOn: null, capturedAt: new Date(day), etag: '"1"', lastModified: null },
    },
  });
  const reportsOf = async (units: readonly string[]) =>
    ask(
      database().db,
      `select unit_id, document_sha256 as document from mart.report where unit_id in ('${units.join("', '")}') order by 1`,
    );
  const pending = async (word: string) =>
    (await pendingDocuments(database().db, '1-test')).filter(({ sha256 }) => sha256 === sha(word));

  async function loadTwo(county: string): Promise<readonly [string, string]> {
    const { db } = database();
    const [a, b] = [`${county}-a`, `${county}-b`] as const;
    await saveCounty(db, county, [a, b]);
    await saveCapture(db, shown(`${county}-own`, a));
    await saveCapture(db, shown(`${county}-strange`, a, { day: '2022-03-01' }));
    await saveReports(db, [loadable(a, 2021, `${county}-own`), loadable(a, 2021, `${county}-strange`)]);
    expect(await reportsOf([a, b])).toEqual([{ unit_id: a, document: sha(`${county}-strange`) }]);
    return [a, b];
  }

  test('a report that was given to the wrong unit goes, and the own one shows again', async () => {
    const { db } = database();
    const [a, b] = await loadTwo('moved');
    await saveCapture(db, shown('moved-strange', b, { day: '2022-04-01' }));
    expect(await reportsOf([a, b])).toEqual([{ unit_id: a, document: sha('moved-own') }]);
    expect(await pending('moved-strange')).toMatchObject([{ unitId: b, reportYear: 2021 }]);
    await saveReports(db, [loadable(b, 2021, 'moved-strange')]);
    expect(await reportsOf([a, b])).toEqual([
      { unit_id: a, document: sha('moved-own') },
      { unit_id: b, document: sha('moved-strange') },
    ]);
    expect(await ask(db, `select from core.section where unit_id = '${a}'`)).toHaveLength(1);
  });

  test('also where the page says that it has not changed', async () => {
    const { db } = database();
    const [a, b] = await loadTwo('same');
    const said = { unitId: b, reportYear: 2021, listedTitle: null, listedOn: null };
    await touchCapture(db, 'http://a.gov.cn/same-strange', new Date('2022-04-01'), said);
    expect(await reportsOf([a, b])).toEqual([{ unit_id: a, document: sha('same-own') }]);
    expect(await pending('same-strange')).toMatchObject([{ unitId: b }]);
  });

  test('what another source says of the address stands beside it', async () => {
    const [a, b] = await loadTwo('beside');
    await saveCapture(database().db, shown('beside-strange', b, { source: 'other list', day: '2022-04-01' }));
    expect(await reportsOf([a, b])).toEqual([{ unit_id: a, document: sha('beside-strange') }]);
    expect(await pending('beside-strange')).toMatchObject([{ unitId: b }]);
  });

  test('a document that was refused for want of a unit is read again when one is said', async () => {
    const { db } = database();
    await saveCounty(db, 'said', ['said-a']);
    const refusal = { parserVersion: '1-test', code: 'load/unit-unknown', message: '不能确定发布单位' };
    await saveCapture(db, shown('said', null));
    await saveRefusals(db, [{ ...refusal, documentSha256: sha('said') }]);
    expect(await pending('said')).toEqual([]);
    await saveCapture(db, shown('said', 'said-a'));
    expect(await pending('said')).toMatchObject([{ unitId: 'said-a' }]);
  });

  test('and when the registry changes, but not when the same registry is given again', async () => {
    const { db } = database();
    await saveCounty(db, 'known', ['known-a']);
    const refusal = { parserVersion: '1-test', code: 'load/unit-unknown', message: '不能确定发布单位' };
    await saveCapture(db, shown('known', null));
    await saveRefusals(db, [{ ...refusal, documentSha256: sha('known') }]);
    await saveCounty(db, 'known', ['known-a']);
    expect(await pending('known')).toEqual([]);
    await saveCounty(db, 'known', ['known-a', 'known-b']);
    expect(await pending('known')).toMatchObject([{ unitId: null }]);
  });
});
