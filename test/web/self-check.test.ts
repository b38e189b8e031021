import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBoard, sampleData, serveBoard, tokenOf } from './board.js';

describe('a draft that is no report', () => {
  let board: RunningBoard;
  beforeAll(async () => {
    board = await serveBoard(await sampleData());
  });
  afterAll(() => board.stop());

  const send = async (bytes: Uint8Array<ArrayBuffer>, name: string) => {
    const form = new FormData();
    form.set('token', await tokenOf(`${board.url}/self-check`));
    form.set('draft', new File([bytes], name));
    return fetch(`${board.url}/self-check`, { method: 'POST', body: form });
  };

  test('is refused with the reason, in Chinese', async () => {
    const answer = await send(new Uint8Array(randomBytes(4000)), 'draft.docx');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/class="notice notice-error"[^>]*>[^<]*[\u4e00-\u9fff]/);
  });

  test('larger than 20 MB is not taken', async () => {
    expect((await send(new Uint8Array(21 * 1024 * 1024), 'draft.docx')).status).toBe(413);
  });

  test('that would take all memory ends alone, and the board goes on', async () => {
    const cells = '<tr>'.concat('<td colspan="1000" rowspan="60000">1</td>'.repeat(1000), '</tr>');
    const page = `<html><body><table>${cells.repeat(40)}</table></body></html>`;
    const answer = await send(new Uint8Array(Buffer.from(page)), 'draft.html');
    expect(await answer.text()).toContain('notice-error');
    expect((await fetch(`${board.url}/`)).status).toBe(200);
  });
});
