import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { parseBytes } from '../../src/parse/parse.js';
import { pdf, text } from './pdf-builder.js';

const imageFindings = async (bytes: Buffer): Promise<readonly Finding[]> =>
  (await parseBytes(bytes)).findings.filter(({ check }) => check === 'extract/table-is-image');

const page = (body: string): Buffer =>
  Buffer.from(`<html><body><h1>某镇2023年政府信息公开工作年度报告</h1><p>一、总体情况</p><p>公开。<img src="a.png"></p>
    <p>二、主动公开政府信息情况</p>${body}<p>三、收到和处理政府信息公开申请情况</p><p>无。</p></body></html>`);

describe('a section with a picture instead of its table', () => {
  test('is told, on a page', async () => {
    expect(await imageFindings(page('<p><img src="b.png"></p>'))).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('二、主动公开政府信息情况') },
    ]);
  });

  test('is not told of a picture beside the table, a small picture, or none', async () => {
    const table =
      '<table><tr><td>信息内容</td><td>本年制发件数</td></tr><tr><td>规章</td><td>1</td></tr></table>';
    for (const body of [`${table}<img src="b.png">`, '<img src="b.png" width="16">', ''])
      expect(await imageFindings(page(body))).toEqual([]);
  });

  test('a picture leaves the text of its section as it is', async () => {
    const sections = async (body: string) => (await parseBytes(page(body))).sections;
    expect(await sections('<p>文<img src="b.png">字</p>')).toEqual(await sections('<p>文字</p>'));
  });

  test('is told, in a PDF', async () => {
    const image = 'q 300 0 0 120 60 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q';
    const lines = [
      text('某镇2023年政府信息公开工作年度报告', 150, 60, 16),
      text('一、总体情况', 60, 90),
      text('二〇二三年全镇坚持公开为常态，全面推进各项工作。', 60, 106),
      text('二、主动公开政府信息情况', 60, 122),
      image,
      text('三、收到和处理政府信息公开申请情况', 60, 260),
    ];
    expect(await imageFindings(pdf([lines.join('\n')]))).toHaveLength(1);
  });
});
