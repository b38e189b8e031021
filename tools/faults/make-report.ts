import { makeLayout } from '../generate/layout.js';
import { random } from '../generate/random.js';
import { renderDocx } from '../generate/render-docx.js';
import { renderHtml } from '../generate/render-html.js';
import { makeTruth } from '../generate/truth.js';

/** A whole report of a township, small enough for a thousand runs: a page or a .docx. */
export function makeReport(
  { name, year, publishedOn }: { readonly name: string; readonly year: number; readonly publishedOn: string },
  format: 'html' | 'docx',
  seed: number,
): Buffer {
  const rng = random(seed);
  const truth = makeTruth(rng, {
    unit: { name, county: '北塬县', kind: 'town' },
    ...{ year, table2: 't2021', table3: 't2021', publishedOn },
    ...{ title: reportTitle(name, year), profile: 'town', sentences: 1 },
  });
  const layout = makeLayout(truth);
  const style = 'clean';
  if (format === 'docx')
    return Buffer.from(
      renderDocx(layout, {
        ...{ style, headingNumbers: 'typed', random: rng },
        ...{ creator: name, createdOn: publishedOn },
      }),
    );
  const page = { family: 'trs', siteName: '北塬县人民政府', publisher: name, publishedOn } as const;
  return Buffer.from(
    renderHtml(layout, { style, random: rng, page: { ...page, charset: 'utf-8', navigation: [] } }),
  );
}

export function reportTitle(name: string, year: number): string {
  return `${name}${year}年政府信息公开工作年度报告`;
}
