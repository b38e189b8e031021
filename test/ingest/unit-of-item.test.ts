import { expect, test } from 'vitest';
import { unitOfItem } from '../../src/ingest/registry/unit-of-item.js';
import type { UnitKind, UnitRecord } from '../../src/model/unit.js';

const unit = (
  unitId: string,
  name: string,
  parentId: string | null,
  kind: UnitKind = 'town',
): UnitRecord => ({
  unitId,
  name,
  kind,
  divisionCode: null,
  parentId,
  validFrom: null,
  validTo: null,
});

const REGISTRY = [
  unit('weifang', '潍坊市人民政府', null, 'government'),
  unit('anqiu', '安丘市人民政府', 'weifang', 'government'),
  unit('linqu', '临朐县人民政府', 'weifang', 'government'),
  unit('anqiu-office', '安丘市人民政府办公室', 'anqiu', 'government_office'),
  unit('huiqu', '安丘市辉渠镇人民政府', 'anqiu'),
  unit('jingzhi', '景芝镇人民政府', 'anqiu'),
  unit('jingzhi', '景芝酒镇人民政府', 'anqiu'),
  unit('xingan', '兴安街道办事处', 'anqiu', 'street'),
  unit('finance', '安丘市财政局', 'anqiu', 'department'),
  unit('chengguan', '城关镇人民政府', 'linqu'),
];
const ALL = ['anqiu', 'anqiu-office', 'huiqu', 'jingzhi', 'xingan', 'finance'];

test.each([
  ['安丘市辉渠镇人民政府2020年政府信息公开工作年度报告', 'huiqu'],
  ['辉渠镇2020年政府信息公开工作年度报告', 'huiqu'],
  ['2020年度辉渠镇政府信息公开年报', 'huiqu'],
  ['潍坊市安丘市辉渠镇二〇二〇年政府信息公开工作报告', 'huiqu'],
  ['安丘辉渠镇 2020 年政府信息公开工作年度报告', 'huiqu'],
  ['安丘市景芝酒镇政府2010年政府信息公开工作年度报告', 'jingzhi'],
  ['安丘市景芝镇2020年政府信息公开工作年度报告', 'jingzhi'],
  ['兴安街道2020年政府信息公开工作年度报告', 'xingan'],
  ['安丘市兴安街道办事处2020年政府信息公开工作年度报告', 'xingan'],
  ['财政局2020年政府信息公开工作年度报告', 'finance'],
  ['安丘市2020年政府信息公开工作年度报告', 'anqiu'],
  ['安丘市人民政府2020年政府信息公开工作年度报告', 'anqiu'],
  ['安丘市人民政府办公室2020年政府信息公开工作年度报告', 'anqiu-office'],
])('%s is of %s', (title, expected) => {
  expect(unitOfItem(title, ALL, REGISTRY)).toBe(expected);
});

test.each([
  ['a unit that is not of the source', '安丘市石埠子镇2020年政府信息公开工作年度报告'],
  ['an office that is not of the source', '安丘市教育和体育局2020年政府信息公开工作年度报告'],
  ['a part of a longer name', '安丘市新辉渠镇2020年政府信息公开工作年度报告'],
  ['a unit under it', '辉渠镇中心小学2020年政府信息公开工作年度报告'],
  ['nobody', '2020年政府信息公开工作年度报告'],
])('%s is no unit', (_, title) => {
  expect(unitOfItem(title, ALL, REGISTRY)).toBeNull();
});

test('a town of the same name in another county is not ours', () => {
  expect(unitOfItem('临朐县城关镇2020年政府信息公开年报', ['chengguan'], REGISTRY)).toBe('chengguan');
  expect(unitOfItem('昌乐县城关镇2020年政府信息公开年报', ['chengguan'], REGISTRY)).toBeNull();
});

test('two units that match equally are none, and the longer name wins over the shorter', () => {
  const registry = [unit('a', '城关镇人民政府', null), unit('b', '城关镇人民政府', null)];
  expect(unitOfItem('城关镇2020年政府信息公开年报', ['a', 'b'], registry)).toBeNull();
  expect(unitOfItem('城关镇2020年政府信息公开年报', ['a'], registry)).toBe('a');
  expect(unitOfItem('安丘市辉渠镇2020年政府信息公开年报', ['anqiu', 'huiqu'], REGISTRY)).toBe('huiqu');
});
