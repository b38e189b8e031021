import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { looksLikeErrorPage } from '../../src/ingest/http/error-page.js';

const SAMPLE = fileURLToPath(new URL('../../fixtures/sample/sites', import.meta.url));
const SHARED = fileURLToPath(new URL('../../../shared/reports', import.meta.url));

const judge = (page: string, contentType: string | null = 'text/html') =>
  looksLikeErrorPage(Buffer.from(page), contentType);
const titled = (title: string, rest = '') =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${rest}</body></html>`;

describe('what says little but an error is suspect:', () => {
  test.each([
    ['nothing at all', '', 'the answer is empty'],
    ['a bare 404', '<html><body><h1>404 Not Found</h1><hr>nginx</body></html>', '"not found"'],
    ['您访问的页面不存在', titled('提示', '<p>抱歉，您访问的页面不存在或已被删除！</p>'), '"not found"'],
    ['找不到', titled('提示信息', '对不起，找不到您要访问的页面'), '"not found"'],
    ['信息已下线', titled('信息公开', '该信息不存在或已下线'), '"not found"'],
    [
      'a 404 in the dress of the site',
      titled('404页面', `<ul>${'<li><a href="#">机构职能 年报</a></li>'.repeat(150)}</ul>`),
      '"not found"',
    ],
    [
      '502',
      '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>',
      '"server error"',
    ],
    ['系统出错', titled('', '<div>系统繁忙，数据库连接失败</div>'), '"server error"'],
    ['ASP.NET', titled('Runtime Error', 'Server Error in Application'), '"server error"'],
    [
      '网站维护',
      titled('某某县人民政府', '网站系统升级维护中，请于今日18时后访问，给您带来不便敬请谅解。'),
      'maintenance',
    ],
    ['建设中', titled('某某镇', '本栏目正在建设，敬请期待'), 'maintenance'],
    ['503', titled('Service Unavailable', 'Service Unavailable'), 'maintenance'],
    ['too often', titled('提示', '您的访问过于频繁，请稍后再试！'), '"too many requests"'],
    ['请求太频繁', '请求太频繁', '"too many requests"'],
    ['a firewall', titled('', '您的请求带有不合法参数，已被网站管理员设置拦截！'), 'firewall'],
    ['a blocked address', titled('访问被拒绝', 'IP 已记录'), 'firewall'],
    ['安全狗', titled('网站防火墙', '您所提交的请求含有不合法的参数'), 'firewall'],
    ['验证码', titled('', '请输入验证码 <img src=code.jpg><input>'), 'bot check'],
    ['安全验证', titled('安全验证', '拖动滑块'), 'bot check'],
    [
      'a script that sets a cookie',
      `<html><script>var arg1='A3F';function setCookie(){document.cookie="acw_sc__v2="+x}</script></html>`,
      'bot check',
    ],
    [
      'another',
      `<script>document.cookie='__jsl_clearance=1';location.href=location.pathname</script>`,
      'bot check',
    ],
    [
      '瑞数',
      `<html><head><meta id="9Dh" content="x" r="m"><script>$_ts=window['$_ts'];</script></head><body></body></html>`,
      'bot check',
    ],
  ])('%s', (_, page, reason) => expect(judge(page)).toContain(reason));

  test('whatever its encoding and type', () => {
    // 页面不存在 in GB2312.
    const gbk = Buffer.concat([
      Buffer.from('<title>'),
      Buffer.from('d2b3c3e6b2bbb4e6d4da', 'hex'),
      Buffer.from('</title>'),
    ]);
    expect(looksLikeErrorPage(gbk, 'text/html; charset=gb2312')).toContain('页面不存在');
    expect(judge('<h1>404</h1>', 'application/msword')).toContain('"not found"');
    expect(judge('<h1>404</h1>', null)).toContain('"not found"');
  });
});

describe('what is no error page is not:', () => {
  const report = '某某镇人民政府2021年政府信息公开工作年度报告';
  test.each([
    [
      'a short report that speaks of errors',
      titled(report, '一、总体情况 网站维护中发现页面不存在3次，访问过于频繁被拦截0次。'),
    ],
    ['a report that is only a link', titled(report, '附件：<a href="404.docx">2021年度报告.docx</a>')],
    ['an empty list', titled('政府信息公开年报', '<ul></ul>暂无数据')],
    [
      'a list with one entry',
      titled('年报', '<ul><li><a href="1.html">2021年年度报告</a> 2022-01-20</li></ul>'),
    ],
    [
      'a page with the script of a bot check, passed',
      titled(report, `<script>document.cookie="acw_sc__v2=1"</script>${'本年度新收申请5件。'.repeat(60)}`),
    ],
    ['a list without a hit', titled('信息公开', '没有找到符合条件的信息')],
    [
      'a list of notices',
      titled('通知', '<a href=1>关于加强政府网站建设的意见</a><a href=2>系统升级的通知</a>'),
    ],
    ['numbers that are no status', titled('统计', '收到申请4041件，502.5万元')],
    ['a long page with a word of errors', titled('公告', `${'各镇人民政府：'.repeat(80)}页面不存在`)],
  ])('%s', (_, page) => expect(judge(page)).toBeNull());

  test.each([
    ['JSON', '{"code":404,"articles":[]}', 'application/json'],
    ['a script', 'var x = "404"', 'text/javascript'],
    ['XML', '<list><total>404</total></list>', 'text/xml; charset=utf-8'],
    ['a PDF', '%PDF-1.4 404 Not Found', 'application/pdf'],
    ['a .docx', 'PK\u0003\u0004\u0000\u0000 404 Not Found', 'text/html'],
  ])('%s is left to who asked for it', (_, body, type) => expect(judge(body, type)).toBeNull());

  test('every page of the sample', () => {
    const pages = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(html|docx)$/.test(name),
    );
    expect(pages.length).toBeGreaterThan(5);
    const judged = pages.map((name) => looksLikeErrorPage(readFileSync(join(SAMPLE, name)), null));
    expect(judged.filter((reason) => reason !== null)).toEqual([]);
  });

  test.skipIf(!existsSync(SHARED))('every real report', () => {
    const judged = readdirSync(SHARED).map((name) =>
      looksLikeErrorPage(readFileSync(join(SHARED, name)), null),
    );
    expect(judged.filter((reason) => reason !== null)).toEqual([]);
  });
});

test('hostile markup is judged in one pass, within the time of a test', () => {
  for (const piece of ['<', '<!--', '<script', '<title', '&nbsp', '系统', '访问 ']) {
    const page = piece.repeat(190_000 / Buffer.byteLength(piece));
    expect(looksLikeErrorPage(Buffer.from(page), 'text/html')).toBeNull();
  }
});
