import { appliesOnScreen } from './media.js';

export interface CssDeclaration {
  readonly name: string;
  readonly value: string;
  readonly important: boolean;
}

export interface CssRule {
  readonly selectors: string;
  readonly declarations: readonly CssDeclaration[];
}

/** The rules of a style sheet that hold on a screen, in their order; those in @media, @supports and @layer in their places. */
export function readRules(css: string): readonly CssRule[] {
  const rules: CssRule[] = [];
  readBlock(css.replace(COMMENT, ''), 0, rules);
  return rules;
}

/** CSS declarations of a rule or a style attribute, as they are written; names and values in lower case. */
export function readDeclarations(css: string): readonly CssDeclaration[] {
  return css.split(';').flatMap((text) => {
    const colon = text.indexOf(':');
    if (colon < 0) return [];
    const value = text
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const important = IMPORTANT.test(value);
    return {
      name: text.slice(0, colon).trim().toLowerCase(),
      value: important ? value.replace(IMPORTANT, '').trim() : value,
      important,
    };
  });
}

function readBlock(css: string, depth: number, rules: CssRule[]): void {
  let at = 0;
  while (at < css.length && rules.length < MOST_RULES) {
    const end = endOfPrelude(css, at);
    const prelude = css.slice(at, end).trim();
    if (css[end] !== '{') {
      at = end + 1;
      continue;
    }
    const close = endOfBlock(css, end);
    const body = css.slice(end + 1, close);
    if (!prelude.startsWith('@')) rules.push({ selectors: prelude, declarations: readDeclarations(body) });
    else if (depth < DEEPEST && isRead(prelude)) readBlock(body, depth + 1, rules);
    at = close + 1;
  }
}

function isRead(prelude: string): boolean {
  const [, name = '', rest = ''] = /^@([\w-]+)\s*([\s\S]*)$/.exec(prelude) ?? [];
  return name === 'media' ? appliesOnScreen(rest) : name === 'supports' || name === 'layer';
}

function endOfPrelude(css: string, from: number): number {
  PRELUDE_END.lastIndex = from;
  return PRELUDE_END.exec(css)?.index ?? css.length;
}

function endOfBlock(css: string, open: number): number {
  let depth = 0;
  BRACE.lastIndex = open;
  for (let brace = BRACE.exec(css); brace; brace = BRACE.exec(css)) {
    depth += brace[0] === '{' ? 1 : -1;
    if (depth === 0) return brace.index;
  }
  return css.length;
}

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g;
const PRELUDE_END = /[{};]/g;
const BRACE = /[{}]/g;
const IMPORTANT = /!\s*important\s*$/;
/** Blocks within blocks; a hostile sheet may nest thousands. */
const DEEPEST = 4;
/** A site's own sheet has some hundred; each element is held against them. */
const MOST_RULES = 4000;
