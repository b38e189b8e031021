import { expect, test } from 'vitest';
import { readReportTitle } from '../../src/ingest/lists/report-title.js';

test.each([
  ['甲镇人民政府2023年政府信息公开工作年度报告', 2023],
  ['2021年度信息公开年度报告', 2021],
  ['甲镇2023年政府信息公…', 2023],
  ['甲镇2023年政府信...', 2023],
  ['乙局2022年政府信息公开工作年……', 2022],
  ['2022年丙街道政务公开…', 2022],
])('%s is a report of %i', (title, year) => {
  expect(readReportTitle(title)).toEqual({ isReport: true, year });
});

test.each([
  '甲镇2023年政府信息公开指南…',
  '关于印发2023年政务公开工作要点的通知',
  '2023年政务公开工作要点…',
  '甲镇2023年政府工作报告',
  '政府信息公开…',
  '2023年政府性基金…',
])('%s is none', (title) => {
  expect(readReportTitle(title).isReport).toBe(false);
});
