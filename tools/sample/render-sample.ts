/** Report of the sample → the bytes that its site serves. */
import { encodeGb18030 } from '../generate/encode-gb18030.js';
import { makeLayout } from '../generate/layout.js';
import type { PageSite } from '../generate/page-furniture.js';
import { random } from '../generate/random.js';
import { renderDocx } from '../generate/render-docx.js';
import { renderHtml } from '../generate/render-html.js';
import type { SampleReport } from './sample-reports.js';

/** True where the site links the .docx itself. */
export function isDocx({ plan }: SampleReport): boolean {
  return plan.format === 'docx' || plan.format === 'docx-automatic-numbers';
}

/** The page, or the .docx, as served. */
export function renderSampleReport(report: SampleReport, page: PageSite): Uint8Array {
  const { plan, truth } = report;
  const rng = random(plan.year);
  const proactiveGrid = plan.format === 'html-gb18030' ? 'shifted' : 'aligned';
  const layout = makeLayout(truth, { proactiveGrid });
  if (isDocx(report))
    return renderDocx(layout, {
      style: plan.looks,
      headingNumbers: plan.format === 'docx' ? 'typed' : 'automatic',
      random: rng,
      creator: truth.unit.name,
      createdOn: truth.publishedOn,
    });
  if (plan.format !== 'html-gb18030')
    return Buffer.from(renderHtml(layout, { style: plan.looks, random: rng, page }));
  return encodeGb18030(
    renderHtml(layout, { style: plan.looks, random: rng, page: { ...page, charset: 'gb2312' } }),
  );
}
