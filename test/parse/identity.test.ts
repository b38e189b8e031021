import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { chineseNumeral, fromChineseNumeral } from '../../src/parse/chinese-numeral.js';
import { findDate, findPeriod, findYear } from '../../src/parse/identity/dates.js';
import { fullerName, unitInSignature, unitInTitle } from '../../src/parse/identity/unit-name.js';
import { parse } from '../../src/parse/parse.js';

test.each([
  ['辉渠镇人民政府2020年政府信息公开工作年度报告', '辉渠镇人民政府'],
  ['2021年东湖街道办事处政府信息公开工作年度报告', '东湖街道办事处'],
  ['舒兰市市场监督管理局2016年政务信息公开年度报告', '舒兰市市场监督管理局'],
  ['2016年东园镇人民政府信息公开年度报告', '东园镇人民政府'],
  ['关于某某市人民政府2022年度政府信息公开工作年度报告', '某某市人民政府'],
  ['左贡县2021年度信息公开年度报告', '左贡县'],
  ['2020年政府信息公开工作年度报告（青杉镇）', '青杉镇'],
  ['2020年政府信息公开工作年度报告', null],
])('the unit of %s', (title, unit) => {
  expect(unitInTitle(title)).toBe(unit);
});

test.each([
  ['安丘市辉渠镇人民政府', '安丘市辉渠镇人民政府'],
  ['安丘市辉渠镇人民政府（盖章）', '安丘市辉渠镇人民政府'],
  [' 东湖街道 办事处 ', '东湖街道办事处'],
  ['北塬县第3镇人民政府', '北塬县第3镇人民政府'],
  ['新疆生产建设兵团第十二师104团', '新疆生产建设兵团第十二师104团'],
  ['3.县政府办公室', null],
  ['联系人：张三', null],
  ['我镇人民政府将继续努力，做好工作', null],
  ['2021年1月25日', null],
])('the signature %s', (line, unit) => {
  expect(unitInSignature(line)).toBe(unit);
});

test('of two names of one unit the fuller; of two units none', () => {
  expect(fullerName('辉渠镇人民政府', '安丘市辉渠镇人民政府')).toBe('安丘市辉渠镇人民政府');
  expect(fullerName('太平镇人民政府', '城关镇人民政府')).toBeNull();
});

test.each([
  ['2021年1月25日', '2021-01-25'],
  ['2021-01-25 09:30', '2021-01-25'],
  ['2021/1/5', '2021-01-05'],
  ['2021.01.25', '2021-01-25'],
  ['20210125', '2021-01-25'],
  ['２０２１年１月２５日', '2021-01-25'],
  ['2 0 2 1 年 1 月 2 5 日', '2021-01-25'],
  ['二〇一〇年三月十日', '2010-03-10'],
  ['二○二一年十二月三十一日', '2021-12-31'],
  ['2021年2月30日', null],
  ['2021年13月1日', null],
  ['电话：0999-2021012', null],
  ['', null],
])('the date in %j is %s', (text, date) => {
  expect(findDate(text)).toBe(date);
});

test.each([
  ['统计期限为2020年1月1日至2020年12月31日', '2020-01-01', '2020-12-31'],
  ['自2020年1月1日起，至12月31日止', '2020-01-01', '2020-12-31'],
  ['2020 年 1 月 1 日—2020 年 12 月 31 日', '2020-01-01', '2020-12-31'],
  ['2014年1月1日至11月30日', '2014-01-01', '2014-11-30'],
])('the period in %s', (text, from, to) => {
  expect(findPeriod(text)).toEqual({ from, to });
});

test.each([
  ['2020年年报', 2020],
  ['二〇二〇年度报告', 2020],
  ['某镇2020政府信息公开', 2020],
  ['政府信息公开年度报告', null],
  ['国办公开办函〔2021〕30号', 2021],
  ['1234567890', null],
])('the year in %s is %s', (text, year) => {
  expect(findYear(text)).toBe(year);
});

test('Chinese numerals go there and back', () => {
  for (let n = 1; n <= 199; n++) expect(fromChineseNumeral(chineseNumeral(n)), String(n)).toBe(n);
  expect(fromChineseNumeral('二〇一〇')).toBe(2010);
  expect(fromChineseNumeral('十十')).toBeNull();
});

describe('a page', () => {
  const sections =
    '<p>本报告所列数据的统计期限为2021年1月1日至2021年12月31日。</p><p>一、总体情况</p><p>x</p><p>二、主动公开政府信息情况</p><p>三、收到和处理政府信息公开申请情况</p>';
  const identityOf = (head: string, body: string) =>
    parse(
      Buffer.from(
        `<!DOCTYPE html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`,
      ),
    );
  const title = '<h1>青杉镇人民政府2021年政府信息公开工作年度报告</h1>';
  const article = `<div>${title}${sections}<p>北塬县青杉镇人民政府</p><p>2022年1月18日</p></div>`;

  test('unit with its county, year, title, date and period', () => {
    expect(identityOf('', article).identity).toMatchObject({
      unit: '北塬县青杉镇人民政府',
      year: 2021,
      title: '青杉镇人民政府2021年政府信息公开工作年度报告',
      publishedOn: '2022-01-18',
      period: { from: '2021-01-01', to: '2021-12-31' },
    });
  });

  test('a title over two lines', () => {
    const two = article.replace(title, '<p>青杉镇人民政府</p><p>2021年政府信息公开工作年度报告</p>');
    expect(identityOf('', two).identity).toMatchObject({
      title: '青杉镇人民政府2021年政府信息公开工作年度报告',
      year: 2021,
    });
  });

  test('the page’s date outdoes the signature’s, and a date without a label is none', () => {
    const placeholder = '<p>2019年12月3日 星期二</p>';
    expect(
      identityOf('<meta name="PubDate" content="2022-01-20 09:30">', placeholder + article).identity
        .publishedOn,
    ).toBe('2022-01-20');
    expect(identityOf('', `${placeholder}<p>发布日期：2022-01-21</p>${article}`).identity.publishedOn).toBe(
      '2022-01-21',
    );
    expect(identityOf('', placeholder + article).identity.publishedOn).toBe('2022-01-18');
  });

  test('links to other years’ reports are not the title', () => {
    const links = '<ul><li><a>青杉镇人民政府2020年政府信息公开工作年度报告</a></li></ul>';
    expect(identityOf('', links + article).identity.year).toBe(2021);
  });

  test('a year or a unit that contradicts the title is a finding', () => {
    const other = article.replace('2021年1月1日至2021年12月31日', '2020年1月1日至2020年12月31日');
    expect(identityOf('', other).findings.map(({ check }) => check)).toContain('recognise/year-differs');
    const signed = article.replace('北塬县青杉镇人民政府', '北塬县麦朵乡人民政府');
    expect(identityOf('', signed).findings.map(({ check }) => check)).toContain('recognise/unit-differs');
  });

  test('我镇 alone names no unit', () => {
    const anonymous = `<div><h1>2021年政府信息公开工作年度报告</h1>${sections}<p>我镇将继续努力。</p></div>`;
    expect(identityOf('', anonymous).identity.unit).toBeNull();
  });
});
