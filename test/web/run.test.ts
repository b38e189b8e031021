import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nianbao } from '../commands/nianbao.js';
import { serveBoard } from './board.js';

test('nianbao run ends on the board, keeps the schedule, and lets other commands have their turn', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-run-'));
  const board = await serveBoard(dataFolder, {}, 'run');
  try {
    expect(await (await fetch(`${board.url}/`)).text()).toContain('苇岸镇人民政府');
    expect(await (await fetch(`${board.url}/runs`)).text()).toContain('按计划采集');
    const asked = await nianbao(['sql', 'select count(*) from mart.report'], {
      env: { NIANBAO_DATA: dataFolder },
    });
    expect(asked.code, asked.stderr).toBe(0);
    expect((await fetch(`${board.url}/findings`)).status).toBe(200);
  } finally {
    expect(await board.stop()).toBe(0);
  }
});

test('a port that is taken is named, and what to do', async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'nianbao-run-'));
  const board = await serveBoard(dataFolder);
  try {
    const { port } = new URL(board.url);
    const { code, stderr } = await nianbao(['serve', '--port', port], {
      env: { NIANBAO_DATA: mkdtempSync(join(tmpdir(), 'nianbao-run-')) },
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/another program listens there; choose another --port/);
  } finally {
    await board.stop();
  }
});
