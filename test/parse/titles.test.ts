/** Titles, units, days and look-alikes as real pages print them. */
import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDate, findPeriod, findYear } from '../../src/parse/identity/dates.js';
import { fullerName, unitInSignature, unitInTitle } from '../../src/parse/identity/unit-name.js';
import { parse } from '../../src/parse/parse.js';

const BODY =
  '<p>本报告依照条例编制。</p><p>一、总体情况</p><p>x</p><p>二、主动公开政府信息情况</p><p>y</p><p>三、收到和处理政府信息公开申请情况</p><p>z</p>';

function read(before: string, after = '', head = '') {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body><div>${before}${BODY}${after}</div></body></html>`;
  return parse(Buffer.from(page));
}

describe('a title', () => {
  test.each([
    ['青杉镇人民政府2021年政府信息公开年度报告', '青杉镇人民政府'],
    ['青杉镇人民政府2021年政府信息公开工作年度报告', '青杉镇人民政府'],
    ['青杉镇2021年政府信息公开年报', '青杉镇'],
    ['青杉镇人民政府2021年政府信息公开报告', '青杉镇人民政府'],
    ['连岛街道2021年政府信息公开工作报告', '连岛街道'],
    ['舒兰市市场监督管理局2021年政务信息公开年度报告', '舒兰市市场监督管理局'],
    ['左贡县2021年度信息公开年度报告', '左贡县'],
    ['昌图县青杉镇2021年政府信息公开工作告年度报', '昌图县青杉镇'],
    ['2021年青杉镇政府信息公开工作年度报告', '青杉镇'],
    ['青杉镇人民政府2021政府信息公开工作年度报告', '青杉镇人民政府'],
    ['青杉镇人民政府政府信息公开2021年度报告', '青杉镇人民政府'],
    ['青杉镇人民政府信息公开工作年度报告（2021年）', '青杉镇人民政府'],
    ['青杉镇人民政府二O二一年政府信息公开工作年度报告', '青杉镇人民政府'],
    ['湖南镇人民政府2021年政府信息公开工作年度报告', '湖南镇人民政府'],
    ['查干屯格苏木2021年政府信息公开工作年度报告', '查干屯格苏木'],
    ['石沟回族乡人民政府2021年政府信息公开工作年度报告', '石沟回族乡人民政府'],
    ['高新技术产业开发区管委会2021年政府信息公开工作年度报告', '高新技术产业开发区管委会'],
    ['南京海关2021年政府信息公开工作年度报告（关区）', '南京海关'],
    ['国家税务总局珠海市香洲区税务局2021年政府信息公开工作年度报告', '国家税务总局珠海市香洲区税务局'],
    ['青杉鎮人民政府2021年政府信息公開工作年度報告', '青杉鎮人民政府'],
  ])('%s', (title, unit) => {
    expect(read(`<p>${title}</p>`).identity).toMatchObject({ title, unit, year: 2021 });
  });

  test.each([
    ['<p>青杉镇人民政府</p><p>2021年政府信息公开工作年度报告</p>'],
    ['<p>青杉镇人民政府<br>2021年政府信息公开工作年度报告</p>'],
    ['<p>青杉镇人民政府2021年</p><p>政府信息公开工作年度报告</p>'],
    ['<p>青杉镇人民政府2021年政府信息公开工作年度报</p><p>告</p>'],
    ['<p>青杉镇人民政府2021年政府信息公开工</p><p>作年度报告</p>'],
    ['<h1>青杉镇人民政府2021年政府信息公开工作年度报告</h1><p>2021年政府信息公开工作年度报告</p>'],
    ['<p>2021年政府信息公开工作年度报告</p><p>青杉镇人民政府2021年政府信息公开工作年度报告</p>'],
    [
      '<p>青杉镇人民政府2021年政府信息公开工作年度报告根据《条例》和省、市有关要求，编制本报告；共六部分。</p>',
    ],
  ])('in pieces or twice: %s', (before) => {
    expect(read(before).identity).toMatchObject({
      title: '青杉镇人民政府2021年政府信息公开工作年度报告',
      unit: '青杉镇人民政府',
      year: 2021,
    });
  });

  test('without a unit takes the signature’s, without a year the period’s', () => {
    const { identity } = read(
      '<p>政府信息公开工作年度报告</p><p>统计期限自2014年1月1日起至2014年11月30日止。</p>',
      '<p>池江镇人民政府　2014年12月20日</p>',
    );
    expect(identity).toMatchObject({
      unit: '池江镇人民政府',
      year: 2014,
      publishedOn: '2014-12-20',
      period: { from: '2014-01-01', to: '2014-11-30' },
      signature: { unit: '池江镇人民政府', date: '2014-12-20' },
    });
  });

  test.each([
    ['我镇2021年政府信息公开工作年度报告'],
    ['本单位2021年政府信息公开工作年度报告'],
  ])('%s names no unit', (title) => {
    expect(read(`<p>${title}</p>`, '<p>我镇将继续努力。</p>').identity).toMatchObject({
      unit: null,
      year: 2021,
    });
  });

  test('of a customs district says so, for its own office reports too', () => {
    const checks = read('<p>南京海关2021年政府信息公开工作年度报告（本级）</p>').findings.map(
      ({ check }) => check,
    );
    expect(checks).toContain('recognise/scope');
  });
});

describe('the day of publication', () => {
  const title = '<p>青杉镇人民政府2021年政府信息公开工作年度报告</p>';
  const signature = '<p>青杉镇人民政府</p><p>2022年1月18日</p>';

  test.each([
    ['<p>2019年12月3日星期二</p>', '2022-01-18'],
    ['<p>日期：2019年12月3日 星期二</p>', '2022-01-18'],
    ['<p>今天是2026年11月23日 星期一　多云转晴 12℃～22℃</p>', '2022-01-18'],
    ['<p>发文日期： 有效性：有效 下载日期：2023-01-01</p>', '2022-01-18'],
    [
      '<table><tr><td>索引号</td><td>1</td><td>成文日期：</td><td></td></tr><tr><td>有效性</td><td>2030-01-01</td></tr></table>',
      '2022-01-18',
    ],
    [
      '<table><tr><td>成文日期：</td><td></td><td>发布日期：</td><td>2022-01-20</td></tr></table>',
      '2022-01-20',
    ],
    ['<p>发布日期：2022-01-20 09:30 浏览次数：2019</p>', '2022-01-20'],
    ['<p>成文日期： 发布日期：2022-01-20</p>', '2022-01-20'],
    ['<p>发布时间：2022年 1月 20日</p>', '2022-01-20'],
    ['<p>成文日期：2022-01-10 发布日期：2022-01-20</p>', '2022-01-20'],
    ['<p>成文日期：2022-01-10</p>', '2022-01-10'],
    ['<p>更新时间：2026-11-23</p>', '2022-01-18'],
  ])('%s', (before, day) => {
    expect(read(before + title, signature).identity).toMatchObject({
      publishedOn: day,
      signature: { unit: '青杉镇人民政府', date: '2022-01-18' },
    });
  });

  test('in Chinese numerals', () => {
    const old = '<p>青杉镇人民政府2009年政府信息公开工作年度报告</p>';
    expect(read(old, '<p>青杉镇人民政府</p><p>二〇一〇年三月十日</p>').identity.publishedOn).toBe(
      '2010-03-10',
    );
    expect(read(old, '<p>青杉镇人民政府</p><p>二0一0年三月十日</p>').identity.publishedOn).toBe('2010-03-10');
  });

  test('years later, where a site was rebuilt, is kept and contradicts nothing', () => {
    const { identity, findings } = read(`<p>发布日期：2025-03-01</p>${title}`, signature);
    expect(identity.publishedOn).toBe('2025-03-01');
    expect(identity.evidence).toContainEqual(
      expect.objectContaining({
        field: 'published_on',
        value: '2022-01-18',
        source: 'signature',
        used: false,
      }),
    );
    expect(findings.filter(({ check }) => check.startsWith('recognise/'))).toEqual([]);
  });

  test('before the year was over is doubted, with both places', () => {
    const found = read(title, '<p>青杉镇人民政府</p><p>2021年1月18日</p>').findings.find(
      ({ check }) => check === 'recognise/date-before-year-end',
    );
    expect(found?.evidence?.map(({ text }) => text)).toEqual([
      '青杉镇人民政府2021年政府信息公开工作年度报告',
      '2021年1月18日',
    ]);
  });

  test('a sentence at the end that holds a date signs nothing', () => {
    expect(read(title, '<p>自2022年3月1日起施行新规定</p>').identity).toMatchObject({
      publishedOn: null,
      signature: { unit: null, date: null },
    });
  });
});

describe('the publisher’s field', () => {
  const title = '<p>青杉镇人民政府2021年政府信息公开工作年度报告</p>';
  const differs = (before: string, after = '') =>
    read(before + title, after).findings.filter(({ check }) => check === 'recognise/unit-differs').length;

  test.each([
    ['北塬县人民政府'],
    ['北塬县人民政府办公室'],
    ['北塬县'],
    ['青杉镇'],
    ['北塬县青杉镇人民政府'],
    ['青杉镇党政办公室'],
    ['党政办公室'],
    ['北塬县政务公开办公室'],
  ])('%s contradicts nothing', (publisher) => {
    expect(differs(`<p>来源：${publisher}</p>`)).toBe(0);
  });

  test.each([['麦朵乡人民政府'], ['北塬县财政局']])('%s contradicts', (publisher) => {
    expect(differs(`<p>来源：${publisher}</p>`)).toBe(1);
    expect(differs(`<table><tr><td>发布机构</td><td>${publisher}</td></tr></table>`)).toBe(1);
  });

  test('names the unit where nothing better does', () => {
    const table =
      '<table><tr><td>索引号</td><td>1</td><td>发布机构：</td><td>青杉镇人民政府</td></tr></table>';
    expect(read(`${table}<p>2021年政府信息公开工作年度报告</p>`).identity.unit).toBe('青杉镇人民政府');
    const compiled = '<p>2021年政府信息公开工作年度报告</p><p>本报告由北塬县青杉镇人民政府编制。</p>';
    expect(read(compiled).identity.unit).toBe('北塬县青杉镇人民政府');
  });
});

test.each([
  [
    '联系电话：0536—4821001，通信地址：安丘市辉渠镇人民政府驻地，邮箱：hq_zb@wf.example.cn。',
    {
      phone: '0536—4821001',
      address: '安丘市辉渠镇人民政府驻地',
      email: 'hq_zb@wf.example.cn',
      postcode: null,
    },
  ],
  [
    '（地址：青杉镇中心街１号；邮编：２６２１００；电话：（０９９９）２１０００１２）',
    {
      phone: '（０９９９）２１０００１２',
      address: '青杉镇中心街１号',
      email: null,
      postcode: '２６２１００',
    },
  ],
  [
    '请致电党政办公室，公开办公地址、联系方式等信息。',
    { phone: null, address: null, email: null, postcode: null },
  ],
])('the contact in %s', (text, contact) => {
  expect(read(`<p>青杉镇2021年政府信息公开年报</p><p>${text}</p>`).identity.contact).toEqual(contact);
});

test('a page’s foot is asked for the contact last, and said to be the page’s', () => {
  const page = `<!DOCTYPE html><meta charset="utf-8"><div><p>青杉镇2021年政府信息公开年报</p>${BODY}</div><div>主办：北塬县人民政府 电话：0999-1234567</div>`;
  const { contact, evidence } = parse(Buffer.from(page)).identity;
  expect(contact?.phone).toBe('0999-1234567');
  expect(evidence?.find(({ field }) => field === 'phone')).toMatchObject({ source: 'page', block: 8 });
});

describe('whatever is printed', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '青杉镇',
        '人民政府',
        '2021',
        '年',
        '度',
        '政府',
        '信息',
        '公开',
        '工作',
        '报告',
        '年报',
        '关于',
        '二〇二一',
        '1',
        '月',
        '日',
        '至',
        '-',
        '《',
        '（',
        ' ',
        '　',
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 14 },
  );
  const text = pieces.map((parts) => parts.join(''));

  test('a title’s unit is part of the title, a day is one of the calendar, a year one of this century', () => {
    fc.assert(
      fc.property(text, (printed) => {
        for (const unit of [unitInTitle(printed), unitInSignature(printed)])
          if (unit) expect(unit.length).toBeGreaterThan(1);
        const day = findDate(printed);
        if (day) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
        const year = findYear(printed);
        if (year !== null) expect(year >= 2000 && year <= 2099).toBe(true);
        findPeriod(printed);
      }),
      { numRuns: 1000 },
    );
  });

  test('every evidence that is used agrees with the identity, and its passage is in the document', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (lines) => {
        const body = lines.map((line) => `<p>${line.replace(/[<&]/g, '')}</p>`).join('');
        const { identity } = parse(Buffer.from(`<!DOCTYPE html><meta charset="utf-8">${body}${BODY}`));
        for (const { field, value, used } of identity.evidence ?? []) {
          if (used && field === 'published_on') expect(identity.publishedOn).toBe(value);
          if (used && field === 'year') expect(String(identity.year)).toBe(value);
          if (used && field === 'unit') expect(fullerName(identity.unit ?? '', value)).not.toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });
});
