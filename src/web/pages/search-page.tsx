import { SECTION_FORMS } from '../../catalogue/sections.js';
import type { BoardUnit } from '../../store/board/board-data.js';
import { type SectionHit, searchSections } from '../../store/board/search-sections.js';
import type { BoardContext } from '../board.js';
import { Layout } from '../layout.js';
import { CountySelect, FilterBar, KindSelect, Select, YearSelect } from '../parts/filter-bar.js';
import { MarkedText } from '../parts/marked-text.js';
import { oneOf, pageOf, textOf, yearOf } from '../query.js';
import { render } from '../render.js';
import { type FilterChoices, filterChoices, type UnitFilter, unitsOf } from '../unit-filter.js';
import { withData } from '../with-data.js';
import { reportPath, withQuery } from '../words.js';

/** 全文检索: which reports say something, in any of their sections. */
export async function searchPage(c: BoardContext): Promise<Response> {
  const q = textOf(c, 'q');
  const filter = {
    year: yearOf(c),
    county: textOf(c, 'county'),
    kind: textOf(c, 'kind'),
    section: oneOf(c, 'section', SECTIONS),
  };
  const words = wordsOf(q);
  const page = Math.min(pageOf(c), MOST_PAGES);
  const { hits, choices, units } = await withData(c, async (data, db) => {
    const unitIds = filter.county || filter.kind ? [...unitsOf(data, filter).keys()] : null;
    const part = { limit: HITS_A_PAGE, offset: (page - 1) * HITS_A_PAGE };
    const asked = { words, unitIds, year: filter.year, section: filter.section };
    const hits = words.length === 0 ? [] : await searchSections(db, asked, part);
    return { hits, choices: filterChoices(data), units: data.units };
  });
  const to = (n: number) => withQuery('/search', { ...filter, q, page: n === 1 ? undefined : n });
  return render(
    c,
    <Layout c={c} title="全文检索">
      <h1>全文检索</h1>
      <Filters q={q} filter={filter} choices={choices} />
      {words.length === 0 ? (
        <p class="hint">输入要找的文字，如“政务新媒体”。几个词用空格隔开，须在同一部分内都出现。</p>
      ) : (
        <Hits hits={hits.slice(0, HITS_A_PAGE)} words={words} units={units} />
      )}
      <nav class="pager" aria-label="分页">
        {page > 1 && <a href={to(page - 1)}>上一页</a>}
        {hits.length > HITS_A_PAGE && page < MOST_PAGES && <a href={to(page + 1)}>下一页</a>}
        {hits.length > HITS_A_PAGE && page === MOST_PAGES && (
          <span>只列前 {MOST_PAGES * HITS_A_PAGE} 处，请增加检索词，或选年度、县、部分。</span>
        )}
      </nav>
    </Layout>,
  );
}

interface SearchForm extends UnitFilter {
  readonly year: number | undefined;
  readonly section: string | undefined;
}

function wordsOf(q: string | undefined): string[] {
  return [...new Set((q ?? '').split(/[\s\u3000]+/).filter(Boolean))].slice(0, MOST_WORDS);
}

function Filters({
  q,
  filter,
  choices,
}: {
  q: string | undefined;
  filter: SearchForm;
  choices: FilterChoices;
}) {
  return (
    <FilterBar action="/search">
      <label>
        <span>检索词</span>
        <input name="q" value={q ?? ''} size={24} type="search" />
      </label>
      <YearSelect choices={choices} chosen={filter.year} />
      <CountySelect choices={choices} chosen={filter.county} />
      <KindSelect choices={choices} chosen={filter.kind} />
      <Select
        label="部分"
        name="section"
        choices={SECTIONS.map(({ id, zh }) => ({ value: id, text: zh }))}
        chosen={filter.section}
      />
    </FilterBar>
  );
}

interface HitsProps {
  readonly hits: readonly SectionHit[];
  readonly words: readonly string[];
  readonly units: ReadonlyMap<string, BoardUnit>;
}

function Hits({ hits, words, units }: HitsProps) {
  if (hits.length === 0) return <p class="empty">没有找到。可减少检索词，或放宽筛选条件。</p>;
  return (
    <ol class="hits">
      {hits.map((hit) => (
        <li>
          <a href={reportPath(hit.unitId, hit.year)}>
            <strong>{units.get(hit.unitId)?.fullName ?? hit.unitId}</strong> {hit.year} 年度
          </a>{' '}
          <span class="hint">{hit.heading || '引言'}</span>
          {snippets(hit.text, words).map((text) => (
            <p>
              <MarkedText text={text} words={words} />
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The words with what stands around them; close ones share a piece. */
function snippets(text: string, words: readonly string[]): string[] {
  const places = words.map((word) => text.indexOf(word)).sort((a, b) => a - b);
  const pieces: { from: number; to: number }[] = [];
  for (const place of places) {
    const last = pieces.at(-1);
    const [from, to] = [Math.max(0, place - AROUND), Math.min(text.length, place + AROUND * 2)];
    if (last && from <= last.to) last.to = to;
    else pieces.push({ from, to });
  }
  return pieces.map(
    ({ from, to }) => `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`,
  );
}

const SECTIONS = [
  { id: 'preamble', zh: '引言' },
  ...SECTION_FORMS.map(({ code, headings }) => ({ id: code, zh: headings[0]! })),
  { id: 'extra', zh: '格式之外' },
];

const HITS_A_PAGE = 20;
/** More than anybody reads through; further hits take ever longer to reach. */
const MOST_PAGES = 50;
const MOST_WORDS = 6;
const AROUND = 40;
