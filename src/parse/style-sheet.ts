import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './html-style.js';

/**
 * What a page's own style sheets say of classes and ids: declarations by `.name` or `#name`, of those rules alone that
 * may hide, strike or raise text. Only simple selectors (`.a`, `td.a`, `#a`) outside of @-rules: what depends on where an
 * element stands, on a device or on a script is not known from the page alone.
 */
export class StyleSheet {
  readonly #declarations = new Map<string, string>();

  /** Adds the rules of one `<style>` element. */
  add(css: string): void {
    const plain = css.replace(COMMENT, '');
    if (!TELLING_RULE.test(plain)) return;
    for (const [, selectors, declarations] of withoutAtRules(plain).matchAll(RULE)) {
      if (!TELLING_RULE.test(declarations!)) continue;
      for (const selector of selectors!.split(',')) {
        const name = SIMPLE.exec(selector.trim())?.[1];
        if (name) this.#declarations.set(name, `${this.#declarations.get(name) ?? ''};${declarations}`);
      }
    }
  }

  /** The declarations for an element by its class attribute and id; empty for most. */
  of(element: DefaultTreeAdapterTypes.Element): string {
    if (this.#declarations.size === 0) return '';
    const [classes, id] = [attribute(element, 'class'), attribute(element, 'id')];
    if (classes === null && id === null) return '';
    const names = (classes ?? '').split(/\s+/).map((name) => `.${name}`);
    return [...names, `#${id}`].map((name) => this.#declarations.get(name) ?? '').join(';');
  }
}

/** @media, @font-face … with all that stands in their braces. */
function withoutAtRules(css: string): string {
  let rest = '';
  let at = 0;
  for (let start = css.indexOf('@'); start >= 0; start = css.indexOf('@', at)) {
    rest += css.slice(at, start);
    at = endOfAtRule(css, start);
  }
  return rest + css.slice(at);
}

function endOfAtRule(css: string, start: number): number {
  let depth = 0;
  for (let place = start; place < css.length; place++) {
    const character = css[place];
    if (character === ';' && depth === 0) return place + 1;
    if (character === '{') depth += 1;
    if (character === '}' && --depth <= 0) return place + 1;
  }
  return css.length;
}

const COMMENT = /\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const SIMPLE = /^(?:[a-z][a-z0-9]*)?([.#][\w-]+)$/i;
const TELLING_RULE =
  /display\s*:\s*none|visibility|mso-hide|line-through|vertical-align|font-size\s*:\s*0(?![.\d])|opacity|text-indent\s*:\s*-|transparent/i;
