import type { DefaultTreeAdapterTypes } from 'parse5';
import { appliesOnScreen } from './media.js';
import { type CssDeclaration, readRules } from './read-rules.js';
import { keyOf, readSelector, type Selector, selects } from './selector.js';
import { isHiding, isTelling, TELLING_SHEET } from './telling.js';

type Element = DefaultTreeAdapterTypes.Element;

/** What the page's own sheets say of an element, in the order of the cascade: later wins. */
export interface SheetStyle {
  readonly declarations: readonly CssDeclaration[];
  /** A rule that may be meant, and may not: whether it holds isn't known. */
  readonly unsure: boolean;
  /** Text with signs is printed before or behind the element's own. */
  readonly adds: boolean;
}

interface Indexed {
  readonly selector: Selector;
  readonly declarations: readonly CssDeclaration[];
  readonly order: number;
}

/**
 * A page's own style sheets, as far as they change what is seen of text: properties are kept that some rule sets to a
 * telling value (hidden, struck, raised, too small …), and every rule about those, for it may set them back.
 */
export class StyleSheet {
  #texts: string[] = [];
  #index: ReadonlyMap<string, readonly Indexed[]> = new Map();

  /** Adds one `<style>` element with its `media`. */
  add(css: string, media: string): void {
    if (!TELLING_SHEET.test(css) || !appliesOnScreen(media)) return;
    this.#texts.push(css);
    this.#index = indexRules(this.#texts);
  }

  /** Null where no rule says anything of the element. */
  of(element: Element): SheetStyle | null {
    if (this.#index.size === 0) return null;
    const found = this.#candidates(element).filter(({ selector }) => selects(selector, element));
    if (found.length === 0) return null;
    const certain = found.filter(({ selector }) => !selector.unsure && !selector.adds);
    certain.sort((a, b) => a.selector.specificity - b.selector.specificity || a.order - b.order);
    return {
      declarations: certain.flatMap(({ declarations }) => declarations),
      unsure: found.some(({ selector }) => selector.unsure && !selector.adds),
      adds: found.some(({ selector, declarations }) => selector.adds && declarations.some(printsSigns)),
    };
  }

  #candidates(element: Element): readonly Indexed[] {
    const found = [...(this.#index.get('*') ?? []), ...(this.#index.get(element.tagName) ?? [])];
    for (const { name, value } of element.attrs) {
      if (name === 'id') found.push(...(this.#index.get(`#${value}`) ?? []));
      if (name !== 'class') continue;
      for (const word of new Set(value.split(/\s+/))) found.push(...(this.#index.get(`.${word}`) ?? []));
    }
    return found;
  }
}

function indexRules(texts: readonly string[]): ReadonlyMap<string, readonly Indexed[]> {
  const rules = texts.flatMap(readRules);
  const telling = new Set(
    rules.flatMap(({ declarations }) => declarations.filter(isTelling).map(({ name }) => name)),
  );
  const index = new Map<string, Indexed[]>();
  rules.forEach(({ selectors, declarations }, order) => {
    const own = declarations.filter(({ name }) => telling.has(name));
    if (own.length === 0) return;
    for (const text of splitList(selectors)) {
      const selector = readSelector(text);
      if (!selector || (selector.unsure && !own.some(isHiding))) continue;
      const key = keyOf(selector);
      index.set(key, [...(index.get(key) ?? []), { selector, declarations: own, order }]);
    }
  });
  return index;
}

/** At commas, those in brackets aside. */
function splitList(selectors: string): string[] {
  return selectors.split(/,(?![^([]*[)\]])/);
}

/** `content: "1"`, `attr(data-n)`, a counter; not an empty box or an icon of a font's own. */
function printsSigns({ name, value }: CssDeclaration): boolean {
  return name === 'content' && !SILENT_CONTENT.test(value);
}

const SILENT_CONTENT =
  /^(?:none|normal|initial|inherit|unset|url\(.*\)|(["'])(?:\\[ef][\da-f]{3}|\\200[b-f]|\\20|[\s\u200b-\u200d\ue000-\uf8ff])*\1)$/;
