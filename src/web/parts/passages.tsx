import type { Evidence } from '../../model/finding.js';
import type { WorkItem } from '../../store/board/worklist.js';
import { reportPath } from '../words.js';

/** The words that a finding rests on; words of another report stand beside this one's, so that copies can be compared. */
export function Passages({ item }: { readonly item: WorkItem }) {
  const texts = (item.evidence ?? []).filter(({ text }) => text);
  if (texts.length === 0) return null;
  if (!texts.some((one) => isElsewhere(one, item)))
    return (
      <p class="evidence">
        所涉文字：
        {texts.map(({ text }) => (
          <q>{text!.length > LONGEST_TEXT ? `${text!.slice(0, LONGEST_TEXT)}…` : text}</q>
        ))}
      </p>
    );
  return <SideBySide item={item} texts={texts} />;
}

/** Passages come in turns: here, there, here, there. */
function SideBySide({ item, texts }: { readonly item: WorkItem; readonly texts: readonly Evidence[] }) {
  const [here, there] = [false, true].map((elsewhere) =>
    texts.filter((one) => isElsewhere(one, item) === elsewhere),
  );
  const { unitId = item.unitId, year = item.year } = there![0]!;
  const path = item.unitId === '' ? null : reportPath(unitId, year);
  const name = unitId === item.unitId ? `${year} 年度报告` : '另一单位的报告';
  return (
    <table class="grid passages">
      <caption>相同的文字</caption>
      <thead>
        <tr>
          <th scope="col">本报告</th>
          <th scope="col">{path ? <a href={path}>{name}</a> : name}</th>
        </tr>
      </thead>
      <tbody>
        {here!.map(({ text }, place) => (
          <tr>
            <td>{text}</td>
            <td>{there![place]?.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function isElsewhere({ unitId, year }: Evidence, item: WorkItem): boolean {
  return (unitId ?? item.unitId) !== item.unitId || (year ?? item.year) !== item.year;
}

const LONGEST_TEXT = 60;
