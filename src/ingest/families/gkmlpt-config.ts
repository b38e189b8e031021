/** `window._CONFIG` of a page of Guangdong's gkmlpt. */
export interface GkmlptConfig {
  readonly sid: string;
  readonly tree: readonly CatalogueNode[];
}

export interface CatalogueNode {
  readonly id: string;
  readonly name: string;
  /** Articles in the column; null where the tree doesn't say. */
  readonly count: number | null;
  readonly children: readonly CatalogueNode[];
}

/** Null where the page has no such catalogue. */
export function readGkmlptConfig(html: string): GkmlptConfig | null {
  const sid = /\bSID["']?\s*:\s*["']?(\w+)/.exec(html)?.[1];
  const tree = jsonAfter(html, /\bTREE["']?\s*:\s*(?=\[)/);
  if (sid === undefined || !Array.isArray(tree)) return null;
  return { sid, tree: tree.map(nodeOf) };
}

/** The topmost columns that are called annual reports; a column without articles of its own stands for those below. */
export function nodesOfReports(tree: readonly CatalogueNode[]): CatalogueNode[] {
  return tree.flatMap((node) =>
    REPORTS.test(node.name) ? withArticles(node) : nodesOfReports(node.children),
  );
}

function withArticles(node: CatalogueNode): CatalogueNode[] {
  return node.count === 0 && node.children.length > 0 ? node.children.flatMap(withArticles) : [node];
}

function nodeOf(value: unknown): CatalogueNode {
  const node = (value ?? {}) as Record<string, unknown>;
  const count = Number(node.post_count ?? Number.NaN);
  const children = Array.isArray(node.children) ? node.children.map(nodeOf) : [];
  return {
    id: String(node.id ?? ''),
    name: String(node.name ?? ''),
    count: Number.isInteger(count) ? count : null,
    children,
  };
}

/** The JSON value that begins where the pattern ends, in a script that is no JSON around it. */
function jsonAfter(text: string, pattern: RegExp): unknown {
  const found = pattern.exec(text);
  if (found === null) return null;
  const start = found.index + found[0].length;
  let depth = 0;
  for (const { 0: token, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth === 0) return parsed(text.slice(start, start + index + token.length));
  }
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const REPORTS = /年报|年度报告/;
