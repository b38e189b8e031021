import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDivisions } from '../../src/ingest/registry/divisions-file.js';
import { readUnitEventsFile } from '../../src/ingest/registry/unit-events-file.js';
import { importBundledDivisions } from '../../src/jobs/import-divisions.js';
import { migrate } from '../../src/store/postgres/migrate.js';
import { compareWithDivisions } from '../../src/store/units/divisions.js';
import { saveUnitEvents, UnknownUnitError } from '../../src/store/units/unit-events.js';
import { saveUnits } from '../../src/store/units/units.js';
import { ask } from './ask.js';
import { onEachDatabase } from './databases.js';

onEachDatabase('administrative divisions', (database) => {
  test('the bundled list has every level, every parent, and the same contents when imported again', async () => {
    const { db } = database();
    await migrate(db);
    expect(await importBundledDivisions(db)).toEqual({ edition: '2023-06-30', divisions: 44_699 });
    await importBundledDivisions(db);
    expect(
      await ask(db, 'select level, count(*)::int as n from mart.division group by 1 order by 2'),
    ).toEqual([
      { level: 'province', n: 31 },
      { level: 'city', n: 342 },
      { level: 'county', n: 2975 },
      { level: 'township', n: 41_351 },
    ]);
    expect(
      await ask(
        db,
        `select code from mart.division d where level <> 'province' and not exists (
           select from mart.division p where p.code = d.parent_code and p.edition = d.edition)`,
      ),
    ).toEqual([]);
    expect(await ask(db, `select name, level, parent_code from mart.division where code = '370784'`)).toEqual(
      [{ name: '安丘市', level: 'county', parent_code: '370700' }],
    );
  });

  test('units are found by code, or by name below their parent; what is not found is told with its reason', async () => {
    const { db } = database();
    const unit = (
      unitId: string,
      name: string,
      kind: 'government' | 'town' | 'department',
      code: string | null,
      parentId: string | null,
    ) => ({
      ...{ unitId, name, kind, divisionCode: code, parentId, validFrom: null, validTo: null },
    });
    await saveUnits(db, [
      unit('anqiu', '安丘市人民政府', 'government', '370784', null),
      unit('huiqu', '辉渠镇人民政府', 'town', null, 'anqiu'),
      unit('guanzhuang', '安丘市官庄镇人民政府', 'town', null, 'anqiu'),
      unit('wanglai', '没有镇人民政府', 'town', null, 'anqiu'),
      unit('alien', '青杉镇人民政府', 'town', '990121101', 'anqiu'),
      unit('wrong', '青杉镇人民政府', 'town', '370784001', 'anqiu'),
      unit('caizheng', '安丘市财政局', 'department', null, 'anqiu'),
    ]);
    const { edition, matched, unmatched } = await compareWithDivisions(db, [
      ...['anqiu', 'huiqu', 'guanzhuang', 'wanglai', 'alien', 'wrong', 'caizheng'],
    ]);
    expect({ edition, matched }).toEqual({ edition: '2023-06-30', matched: 3 });
    expect(unmatched.map(({ unit_id, outcome }) => [unit_id, outcome])).toEqual([
      ['alien', 'no_code'],
      ['wanglai', 'no_name'],
      ['wrong', 'other_name'],
    ]);
    expect(
      await ask(
        db,
        `select matched_by, left(division_code, 6) as below from mart.unit_division where unit_id = 'huiqu'`,
      ),
    ).toEqual([{ matched_by: 'name', below: '370784' }]);
  });

  test('events are kept once, and one of a unit that nobody knows is refused', async () => {
    const { db } = database();
    const merge = { kind: 'merge', happenedOn: '2021-06-01', sourceUrl: null, note: null } as const;
    await saveUnitEvents(db, [{ ...merge, fromUnits: ['wanglai', 'huiqu'], toUnits: ['huiqu'] }]);
    await saveUnitEvents(db, [
      { ...merge, fromUnits: ['huiqu', 'wanglai'], toUnits: ['huiqu'], note: '并入' },
    ]);
    expect(
      await ask(db, 'select unit_id, kind_zh, from_units, note from mart.unit_event order by 1'),
    ).toEqual([
      { unit_id: 'huiqu', kind_zh: '合并', from_units: ['huiqu', 'wanglai'], note: '并入' },
      { unit_id: 'wanglai', kind_zh: '合并', from_units: ['huiqu', 'wanglai'], note: '并入' },
    ]);
    const unknown = { ...merge, fromUnits: ['huiqu', 'nobody'], toUnits: ['huiqu'] };
    await expect(saveUnitEvents(db, [unknown])).rejects.toThrow(UnknownUnitError);
  });
});

describe('files of divisions and events', () => {
  test('codes of every length find their level and parent, villages are left out', () => {
    const csv = 'code,name\n37,山东省\n3707,潍坊市\n370784,安丘市\n370784101000,官庄镇\n370784101200,某村\n';
    expect(readDivisions(Buffer.from(csv), 'd.csv')).toEqual([
      { code: '370000', name: '山东省', level: 'province', parentCode: null },
      { code: '370700', name: '潍坊市', level: 'city', parentCode: '370000' },
      { code: '370784', name: '安丘市', level: 'county', parentCode: '370700' },
      { code: '370784101', name: '官庄镇', level: 'township', parentCode: '370784' },
    ]);
    expect(() => readDivisions(Buffer.from('code,name\n37x,山东省\n'), 'd.csv')).toThrow('d.csv:2: code');
    expect(() => readDivisions(Buffer.from(''), 'd.csv')).toThrow('d.csv:1');
  });

  test('every mistake in an events file is told with its line', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'nianbao-events-')), 'events.csv');
    const rows = [
      'merge,2021-06-01,a b,c,,',
      'merge,2021-06-01,a,c,,',
      'mergr,2021-06-31,a,a,,',
      'rename,2021-01-01,a,b,,',
    ];
    writeFileSync(path, `kind,date,from,to,source_url,note\n${rows.join('\n')}\n`);
    const message = await readUnitEventsFile(path).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message.split('\n').map((line) => line.slice(path.length))).toEqual([
      ':3: from, to: expected several unit_ids before and one after, got from "a", to "c"',
      expect.stringMatching(/^:4: kind: expected one of .*did you mean "merge"\?\), got "mergr"$/),
      ':4: date: expected a day as YYYY-MM-DD such as 2021-12-30, got "2021-06-31"',
      ':5: from, to: expected the same one unit_id on both sides, got from "a", to "b"',
    ]);
    writeFileSync(path, `kind,date,from,to\n${rows[0]}\n`);
    expect(await readUnitEventsFile(path)).toEqual([
      {
        kind: 'merge',
        happenedOn: '2021-06-01',
        fromUnits: ['a', 'b'],
        toUnits: ['c'],
        sourceUrl: null,
        note: null,
      },
    ]);
  });
});
