import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nianbao } from './nianbao.js';

const env = { NIANBAO_DATA: mkdtempSync(join(tmpdir(), 'nianbao-sql-')) };
const FOREVER = 'select count(*) from generate_series(1, 1000000000) a, generate_series(1, 1000000000) b';

test('a query that takes too long is stopped on the embedded database too, and the folder is free again', async () => {
  const stopped = await nianbao(['sql', FOREVER, '--timeout', '4'], { env });
  expect(stopped).toMatchObject({ code: 2, stdout: '' });
  expect(stopped.stderr).toContain('took too long and was stopped');
  const next = await nianbao(['sql', "select 1 as one, date '2021-01-31' as day, 0.10 as rate"], { env });
  expect(next).toMatchObject({ code: 0 });
  expect(next.stdout).toMatch(/one\s+day\s+rate[\s\S]+1\s+2021-01-31\s+0\.10/);
});

test('a mistake of the query is told by its place, and a wrong timeout before anything is opened', async () => {
  const mistake = await nianbao(['sql', 'select nothing_such'], { env });
  expect(mistake).toMatchObject({ code: 2 });
  expect(mistake.stderr).toMatch(/error: .*nothing_such.*line 1, column 8/);
  expect(await nianbao(['sql', 'select 1', '--timeout', 'soon'], { env })).toMatchObject({ code: 2 });
});

test.each([
  ['delete from mart.unit', /only reading statements are answered here: select/],
  ['select 1; select 2', /one statement at a time/],
  ['', /only reading statements/],
  ['select * from mart.reports', /"mart.reports" does not exist; `nianbao dictionary` lists what there is/],
])('what is not answered says what is: %s', async (statement, message) => {
  const { code, stdout, stderr } = await nianbao(['sql', statement], { env });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

test('a timeout that no timer holds is refused, and does not end the query at once', async () => {
  const { code, stderr } = await nianbao(['sql', 'select 1', '--timeout', '3000000'], { env });
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: --timeout 3000000: expected seconds, more than 0, up to 2147483\n$/);
});

test('as JSON no column takes the place of another of the same name', async () => {
  const asked = await nianbao(['sql', 'select 1 as a, 2 as a, 3 as a_2', '--format', 'json'], { env });
  expect(JSON.parse(asked.stdout)).toEqual([{ a: 1, a_2: 2, a_2_2: 3 }]);
});
