import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../src/ingest/archive.js';
import { nianbao } from './nianbao.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-data-folder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a data folder that can not be made', () => {
  const COMMANDS = [['status'], ['run', '--once'], ['serve', '--port', '0'], ['sql', 'select 1']];

  test.each(COMMANDS)('because a file is in the way: %s says which, with exit code 3', async (...command) => {
    const file = join(folder, 'a-file');
    writeFileSync(file, 'mine');
    for (const data of [file, join(file, 'below')])
      await expectRefused(command, data, `${file} is a file: name a folder`);
  });

  const proc = test.skipIf(!existsSync('/proc/self'));

  proc.each(COMMANDS)('because the file system takes none: %s says so and ends', async (...command) => {
    await expectRefused(command, '/proc/none', '/proc/none: no folder can be made there');
    await expectRefused(command, '/proc', '/proc/pg: no file can be made there');
  });

  proc('is refused by the archive beside a server too', async () => {
    await expect(openArchive('/proc')).rejects.toThrow(/can't open the archive/);
  });

  test('is made with those above it where it can be', async () => {
    const env = { NIANBAO_DATA: join(folder, 'a', 'b') };
    expect((await nianbao(['status'], { env })).code).toBe(0);
    expect(existsSync(join(folder, 'a', 'b', 'archive'))).toBe(true);
  });
});

async function expectRefused(command: readonly string[], data: string, words: string): Promise<void> {
  const { code, stdout, stderr } = await nianbao(command, { env: { NIANBAO_DATA: data } });
  expect(stderr).toContain(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
}
