import { randomBytes } from 'node:crypto';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningBoard, sampleData, serveBoard, tokenOf } from './board.js';

describe('a draft that is no report', () => {
  let board: RunningBoard;
  let bomb: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    const text = new Uint8Array(70 * 1024 * 1024);
    bomb = new Uint8Array(
      zipSync({ '[Content_Types].xml': strToU8(TYPES), 'word/document.xml': text }, { level: 1 }),
    );
    board = await serveBoard(await sampleData());
  });
  afterAll(() => board.stop());

  const send = async (bytes: Uint8Array<ArrayBuffer>, name: string, unit = '') => {
    const form = new FormData();
    form.set('unit', unit);
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

  test('that is empty, or of a unit that nobody knows, is told apart from a bad one', async () => {
    expect(await (await send(new Uint8Array(0), 'draft.docx')).text()).toContain('文件是空的');
    const text = new Uint8Array(Buffer.from('<p>草稿</p>'));
    expect(await (await send(text, 'draft.html', '没有的镇')).text()).toContain('名录中没有“没有的镇”');
  });

  test('that unpacks to far more than it weighs is not unpacked', async () => {
    expect(bomb.byteLength).toBeLessThan(2 ** 20);
    expect(await (await send(bomb, 'draft.docx')).text()).toContain('疑为压缩炸弹');
  });

  test('that would take all memory ends alone, and the board goes on', async () => {
    const cells = '<tr>'.concat('<td colspan="1000" rowspan="60000">1</td>'.repeat(1000), '</tr>');
    const page = `<html><body><table>${cells.repeat(40)}</table></body></html>`;
    const answer = await send(new Uint8Array(Buffer.from(page)), 'draft.html');
    expect(await answer.text()).toContain('notice-error');
    expect((await fetch(`${board.url}/`)).status).toBe(200);
  });
});

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
