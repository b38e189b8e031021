import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { makeBenchCorpus } from '../../tools/generate/bench-corpus.js';
import { encodeGb18030 } from '../../tools/generate/encode-gb18030.js';
import { figureValue } from '../../tools/generate/figures.js';
import {
  APPLICANTS,
  COURT_GROUPS,
  COURT_OUTCOMES,
  type FormTemplate,
  PARTS,
  resultRows,
} from '../../tools/generate/form-rows.js';
import { makeLayout } from '../../tools/generate/layout.js';
import { random } from '../../tools/generate/random.js';
import { renderDocx } from '../../tools/generate/render-docx.js';
import { renderArticle } from '../../tools/generate/render-html.js';
import { renderText } from '../../tools/generate/render-text.js';
import { rowsWithContinuations } from '../../tools/generate/table-grid.js';
import { carriedOut, makeTruth, type ReportTruth, type TruthOptions } from '../../tools/generate/truth.js';
import { isDocx } from '../../tools/sample/render-sample.js';
import { makeSampleFiles } from '../../tools/sample/sample-files.js';
import { makeSampleReports } from '../../tools/sample/sample-reports.js';

const FORMS: readonly FormTemplate[] = ['t2019', 't2021'];

const OPTIONS: TruthOptions = {
  unit: { name: '青杉镇人民政府', county: '北塬县', kind: 'town' },
  year: 2021,
  table2: 't2021',
  table3: 't2021',
  publishedOn: '2022-01-18',
};

function truthOf(form: FormTemplate, seed: number, more: Partial<TruthOptions> = {}): ReportTruth {
  return makeTruth(random(seed), { ...OPTIONS, table2: form, table3: form, ...more });
}

/** Names of the identities that don't hold, with their column or row. */
function failures({ figures, table3 }: ReportTruth): string[] {
  const failed: string[] = [];
  const leaves = resultRows(table3).map((row) => row.indicator);
  for (const { code } of APPLICANTS) {
    const at = (indicator: string) => figureValue(figures, indicator, code);
    const sum = leaves.reduce((total, leaf) => total + at(leaf), 0);
    if (sum !== at('results.total')) failed.push(`t3-results-sum ${code}`);
    const before = at('applications.new_received') + at('applications.carried_in');
    if (before !== at('results.total') + at('applications.carried_out')) failed.push(`t3-balance ${code}`);
  }
  for (const { indicator, applicant, value } of figures.values()) {
    if (applicant !== 'total') continue;
    const sum = PARTS.reduce((total, part) => total + figureValue(figures, indicator, part), 0);
    if (sum !== value) failed.push(`t3-row-total ${indicator}`);
  }
  for (const group of COURT_GROUPS) {
    const outcomes = COURT_OUTCOMES.slice(0, -1).map((outcome) =>
      figureValue(figures, `${group.code}.${outcome.code}`),
    );
    const sum = outcomes.reduce((total, value) => total + value, 0);
    if (sum !== figureValue(figures, `${group.code}.total`)) failed.push(`t4-sum ${group.code}`);
  }
  return failed;
}

describe('generated truth', () => {
  test('holds every identity of the forms, whatever the seed', () => {
    for (let seed = 0; seed < 100; seed++)
      for (const form of FORMS)
        for (const profile of ['town', 'dense'] as const)
          expect(failures(truthOf(form, seed, { profile })), `${form} ${profile} ${seed}`).toEqual([]);
  });

  test('continues the year before: its 上年结转 is what was carried out', () => {
    for (let seed = 0; seed < 50; seed++) {
      const before = truthOf('t2019', seed);
      const after = truthOf('t2021', seed + 1000, { carriedIn: carriedOut(before) });
      expect(failures(after)).toEqual([]);
      for (const { code } of APPLICANTS)
        expect(figureValue(after.figures, 'applications.carried_in', code)).toBe(
          figureValue(before.figures, 'applications.carried_out', code),
        );
    }
  });

  test('has the cells of the form: 22 + 161 + 15 and 10 + 175 + 15', () => {
    expect(truthOf('t2019', 1).figures.size).toBe(198);
    expect(truthOf('t2021', 1).figures.size).toBe(200);
  });
});

describe('layout', () => {
  test('prints every figure of the truth exactly once, in a grid without holes', () => {
    for (const form of FORMS)
      for (const proactiveGrid of ['aligned', 'shifted'] as const) {
        const truth = truthOf(form, 3);
        const tables = makeLayout(truth, { proactiveGrid }).blocks.filter((block) => block.kind === 'table');
        const cells = tables.flatMap((table) => rowsWithContinuations(table).flat());
        const printed = cells.filter((slot) => slot.kind === 'cell' && slot.cell.figure !== null);
        expect(printed.map((slot) => slot.cell.figure).sort()).toEqual([...truth.figures.keys()].sort());
      }
  });

  test('merges as the official form does', () => {
    const [proactive, applications, court] = makeLayout(truthOf('t2021', 3)).blocks.filter(
      (block) => block.kind === 'table',
    );
    expect([proactive!.columns, applications!.columns, court!.columns]).toEqual([4, 10, 15]);
    expect(proactive!.rows[5]!.map((cell) => cell.columnSpan)).toEqual([1, 3]);
    expect(applications!.rows[5]![0]).toMatchObject({
      text: '三、本年度办理结果',
      rowSpan: 22,
      columnSpan: 1,
    });
  });
});

describe('HTML', () => {
  test('has the value cells of each form: 22 or 10, 161 or 175, and 15', () => {
    const expected = { t2019: [22, 161, 15], t2021: [10, 175, 15] };
    for (const form of FORMS)
      for (const style of ['clean', 'word'] as const) {
        const truth = truthOf(form, 5);
        const tables = elements(parse(renderArticle(makeLayout(truth), style, random(1))), 'table');
        const raws = new Set([...truth.figures.values()].map((figure) => figure.raw));
        const values = tables.map(
          (table) => elements(table, 'td').filter((cell) => raws.has(textOf(cell))).length,
        );
        expect(values, `${form} ${style}`).toEqual(expected[form]);
      }
  });

  test('holds the same text in both styles', () => {
    const layout = makeLayout(truthOf('t2021', 5));
    const [clean, word] = (['clean', 'word'] as const).map((style) =>
      textOf(parse(renderArticle(layout, style, random(1)))).replaceAll(/\s/g, ''),
    );
    expect(word).toBe(clean);
  });
});

describe('.docx', () => {
  test('is a zip of well-formed parts, every one declared', () => {
    for (const style of ['clean', 'word'] as const) {
      const parts = unzipSync(docx(style, 'automatic'));
      expect(Object.keys(parts)).toContain('word/document.xml');
      for (const [name, bytes] of Object.entries(parts)) expect(() => parseXml(bytes), name).not.toThrow();
    }
  });

  test('keeps the heading numbers out of the text where the word processor counts', () => {
    const xml = (numbers: 'typed' | 'automatic') =>
      new TextDecoder().decode(unzipSync(docx('clean', numbers))['word/document.xml']);
    expect(xml('typed')).toContain('>一、总体情况<');
    expect(xml('automatic')).toContain('>总体情况<');
    expect(xml('automatic')).toContain('<w:numId w:val="1"/>');
  });
});

describe('text', () => {
  test('prints a cell a line after a TAB, and a lone TAB where a vertical merge continues', () => {
    const text = renderText(makeLayout(truthOf('t2021', 5)));
    expect(text).toContain(
      '\n二、主动公开政府信息情况\n\t第二十条第（一）项\n\n\t信息内容\n\t本年制发件数\n',
    );
    expect(text).toContain('\n\n\t\n\t自然人\n\t法人或其他组织\n\t总计\n\n\t\n\t\n\t商业企业\n');
  });
});

describe('bytes', () => {
  test('GB18030 decodes to what was encoded, and a sign without a two-byte code is refused', () => {
    const text = '北塬县“三安全一稳定”　2020 年';
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
    expect(() => encodeGb18030('😀')).toThrow('U+1f600');
  });

  test('the same seed makes the same corpus, of the sizes to measure with', () => {
    const [first, second] = [makeBenchCorpus(6, 7), makeBenchCorpus(6, 7)];
    for (const [index, document] of first.entries()) {
      expect(document.html.equals(second[index]!.html)).toBe(true);
      expect(document.docx.equals(second[index]!.docx)).toBe(true);
      expect(document.truth.figures.size).toBe(200);
      expect(makeLayout(document.truth).blocks.filter((block) => block.kind === 'heading')).toHaveLength(15);
      expect(document.html.length).toBeGreaterThan(106_000);
      expect(document.html.length).toBeLessThan(116_000);
      expect(document.docx.length).toBeGreaterThan(26_500);
      expect(document.docx.length).toBeLessThan(29_500);
    }
    expect(makeBenchCorpus(1, 8)[0]!.html.equals(first[0]!.html)).toBe(false);
  });
});

describe('the sample', () => {
  test('on disk is what make-sample produces', () => {
    const root = join('fixtures', 'sample');
    const made = new Map(makeSampleFiles().map((file) => [file.path, Buffer.from(file.bytes)]));
    const onDisk = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile())
      .map((path) => path.replaceAll('\\', '/'));
    expect(onDisk.sort()).toEqual([...made.keys()].sort());
    const changed = onDisk.filter((path) => !readFileSync(join(root, path)).equals(made.get(path)!));
    expect(changed).toEqual([]);
  });

  test('has eleven reports of twelve, two of them .docx', () => {
    const published = makeSampleReports().filter((report) => report.plan.format !== 'unpublished');
    expect(published).toHaveLength(11);
    expect(published.filter(isDocx)).toHaveLength(2);
  });

  test('breaks exactly the planted identities', () => {
    const broken = makeSampleReports().flatMap(({ unitId, truth }) =>
      failures(truth).map((failure) => `${unitId} ${truth.year} ${failure}`),
    );
    expect(broken).toEqual([
      'nanhu-yinghe 2022 t3-results-sum total',
      'nanhu-yinghe 2022 t3-row-total results.unable.not_held',
    ]);
  });

  test('breaks exactly one carry-over, in one column and the total', () => {
    const reports = makeSampleReports();
    const broken = reports.flatMap(({ unitId, truth }) => {
      const before = reports.find((other) => other.unitId === unitId && other.truth.year === truth.year - 1);
      if (!before) return [];
      return APPLICANTS.filter(
        ({ code }) =>
          figureValue(truth.figures, 'applications.carried_in', code) !==
          figureValue(before.truth.figures, 'applications.carried_out', code),
      ).map(({ code }) => `${unitId} ${truth.year} ${code}`);
    });
    expect(broken).toEqual(['beiyuan-qingshan 2022 natural_person', 'beiyuan-qingshan 2022 total']);
  });

  test('has exactly one report after the 31st of January', () => {
    const late = makeSampleReports().filter(({ truth }) => truth.publishedOn > `${truth.year + 1}-01-31`);
    expect(late.map(({ unitId, truth }) => `${unitId} ${truth.year}`)).toEqual(['beiyuan-maiduo 2020']);
  });
});

function docx(style: 'clean' | 'word', headingNumbers: 'typed' | 'automatic'): Uint8Array {
  const truth = truthOf('t2021', 5);
  return renderDocx(makeLayout(truth), {
    style,
    headingNumbers,
    random: random(1),
    creator: truth.unit.name,
    createdOn: truth.publishedOn,
  });
}

function parseXml(bytes: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(new TextDecoder().decode(bytes)).close();
}

function elements(node: DefaultTreeAdapterTypes.Node, name: string): DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes : [];
  const own = 'tagName' in node && node.tagName === name ? [node] : [];
  return [...own, ...children.flatMap((child) => elements(child, name))];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node && node.nodeName === '#text') return node.value.replaceAll('\u00a0', '');
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
