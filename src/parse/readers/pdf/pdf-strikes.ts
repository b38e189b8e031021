import type { Glyph, Rule } from './pdf-marks.js';

/**
 * Lines through text: level rules that cross the middle of glyphs and are no longer than these. The glyphs are marked as
 * struck (U+0336, as in pages), and the rules are none of a table's.
 */
export function markStruck<G extends Glyph>(
  glyphs: readonly G[],
  rules: readonly Rule[],
): { readonly glyphs: readonly G[]; readonly rules: readonly Rule[] } {
  const short = rules.filter(({ upright, from, to }) => !upright && to - from < LONGEST);
  if (short.length === 0) return { glyphs, rules };
  const byHeight = new Map<number, G[]>();
  for (const glyph of glyphs) {
    const height = Math.floor(glyph.baseline / BAND);
    const band = byHeight.get(height);
    if (band) band.push(glyph);
    else byHeight.set(height, [glyph]);
  }
  const struck = new Set<G>();
  const strikes = new Set<Rule>();
  for (const rule of short) {
    const height = Math.floor(rule.at / BAND);
    const near = [height, height + 1].flatMap((place) => byHeight.get(place) ?? []);
    const crossed = near.filter((glyph) => glyph.text.trim() !== '' && isCrossed(glyph, rule));
    if (!isOfText(rule, crossed)) continue;
    strikes.add(rule);
    for (const glyph of crossed) struck.add(glyph);
  }
  if (strikes.size === 0) return { glyphs, rules };
  return {
    glyphs: glyphs.map((glyph) => (struck.has(glyph) ? { ...glyph, text: `${glyph.text}${STRUCK}` } : glyph)),
    rules: rules.filter((rule) => !strikes.has(rule)),
  };
}

function isCrossed({ left, right, baseline, size }: Glyph, { at, from, to }: Rule): boolean {
  const middle = (left + right) / 2;
  return from < middle && middle < to && at > baseline - HIGHEST * size && at < baseline - LOWEST * size;
}

function isOfText({ from, to }: Rule, crossed: readonly Glyph[]): boolean {
  if (crossed.length === 0) return false;
  const slack = SLACK * Math.max(...crossed.map(({ size }) => size));
  const [left, right] = [Math.min(...crossed.map((g) => g.left)), Math.max(...crossed.map((g) => g.right))];
  return from > left - slack && to < right + slack;
}

const STRUCK = '\u0336';
/** Points: numbers are shorter, a table's rules longer. */
const LONGEST = 120;
/** Points; glyphs are looked for in the band of the rule and the one below it, which holds their baseline. */
const BAND = 12;
/** Parts of the size above the baseline: below is an underline, above the line over a fraction's bar. */
const LOWEST = 0.14;
const HIGHEST = 0.6;
const SLACK = 0.3;
