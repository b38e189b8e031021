import type { DefaultTreeAdapterTypes } from 'parse5';
import { placeTest } from './place-test.js';
import { readEscapes } from './read-escapes.js';
import { siblingsOf } from './siblings.js';

type Element = DefaultTreeAdapterTypes.Element;

/** One selector of a rule (Selectors 4), as far as a page alone can tell what it selects. */
export interface Selector {
  /** From the element itself outwards. */
  readonly parts: readonly Part[];
  readonly specificity: number;
  /** It adds text before or behind the element. */
  readonly adds: boolean;
  /** It asks what is not worked out here (`:not(…)`): what else fits may be meant. */
  readonly unsure: boolean;
}

interface Part {
  readonly tag: string | null;
  readonly names: readonly string[];
  readonly attributes: readonly (readonly [name: string, operator: string, value: string])[];
  readonly places: readonly ((element: Element) => boolean)[];
  /** How the part further out stands to this one. */
  readonly joint: string;
}

/** Null for what selects nothing while nobody points or types, and for what isn't understood at all. */
export function readSelector(text: string): Selector | null {
  const found: Found = { specificity: 0, adds: false, unsure: false };
  const parts: Part[] = [];
  let part = emptyPart('');
  for (const [token] of text.trim().matchAll(TOKEN)) {
    if (JOINT.test(token)) {
      parts.unshift(part);
      part = emptyPart(token.trim() || ' ');
    } else if (!readToken(token, part, found)) return null;
  }
  parts.unshift(part);
  return text.trim() === '' ? null : { parts, ...found };
}

/** What the index is asked for: the class, id or tag that the element must have; `*` for any. */
export function keyOf({ parts: [own] }: Selector): string {
  return own!.names[0] ?? own!.tag ?? '*';
}

export function selects({ parts }: Selector, element: Element): boolean {
  return fits(parts, 0, element, { left: MOST_STEPS });
}

type MutablePart = {
  tag: string | null;
  names: string[];
  attributes: [string, string, string][];
  places: ((element: Element) => boolean)[];
  joint: string;
};

function emptyPart(joint: string): MutablePart {
  return { tag: null, names: [], attributes: [], places: [], joint };
}

interface Found {
  specificity: number;
  adds: boolean;
  unsure: boolean;
}

/** False for what selects nothing. */
function readToken(token: string, part: MutablePart, found: Found): boolean {
  const read = READ[token[0]!];
  if (read) return read(token, part, found);
  part.tag = readEscapes(token).toLowerCase();
  found.specificity += 1;
  return /^[\\a-z]/i.test(token);
}

function readName(token: string, part: MutablePart, found: Found): boolean {
  part.names.push(readEscapes(token));
  found.specificity += token[0] === '#' ? OF_ID : OF_CLASS;
  return true;
}

function readAttribute(token: string, part: MutablePart, found: Found): boolean {
  const [, name, operator = '', double, single, plain, flag] = ATTRIBUTE.exec(token) ?? [];
  if (!name) return false;
  // A value that is compared whatever its case isn't worked out.
  if (flag?.toLowerCase() === 'i') found.unsure = true;
  else part.attributes.push([name.toLowerCase(), operator, readEscapes(double ?? single ?? plain ?? '')]);
  found.specificity += OF_CLASS;
  return true;
}

function readPseudo(token: string, part: MutablePart, found: Found): boolean {
  if (ADDING.test(token)) {
    found.adds = true;
    return true;
  }
  const pseudo = token.slice(1);
  if (pseudo[0] === ':' || NEVER.test(pseudo)) return false;
  found.specificity += OF_CLASS;
  const place = placeTest(pseudo);
  if (place) part.places.push(place);
  else if (!ALWAYS.test(pseudo)) found.unsure = true;
  return true;
}

const READ: Readonly<Record<string, (token: string, part: MutablePart, found: Found) => boolean>> = {
  '*': () => true,
  '#': readName,
  '.': readName,
  '[': readAttribute,
  ':': readPseudo,
};

function fits(parts: readonly Part[], at: number, element: Element, steps: { left: number }): boolean {
  const part = parts[at]!;
  if (!fitsAlone(part, element)) return false;
  if (at === parts.length - 1) return true;
  // The joint is written before the inner part.
  const { next, goesOn } = STEPS[part.joint] ?? STEPS[' ']!;
  for (let other = next(element); other; other = next(other)) {
    if (steps.left-- <= 0) return false;
    if (fits(parts, at + 1, other, steps)) return true;
    if (!goesOn) return false;
  }
  return false;
}

function fitsAlone({ tag, names, attributes, places }: Part, element: Element): boolean {
  if (tag !== null && element.tagName !== tag) return false;
  return (
    names.every((name) => hasName(element, name)) &&
    attributes.every(([name, operator, value]) => {
      const own = element.attrs.find((attr) => attr.name === name)?.value;
      return own !== undefined && (OPERATORS[operator]?.(own, value) ?? false);
    }) &&
    places.every((test) => test(element))
  );
}

function hasName(element: Element, name: string): boolean {
  const wanted = name.slice(1);
  for (const attr of element.attrs) {
    if (name[0] === '#' && attr.name === 'id') return attr.value === wanted;
    if (name[0] === '.' && attr.name === 'class') return attr.value.split(/\s+/).includes(wanted);
  }
  return false;
}

function parentOf({ parentNode }: Element): Element | null {
  return parentNode && 'tagName' in parentNode ? parentNode : null;
}

function elementBefore(element: Element): Element | null {
  const { elements, place } = siblingsOf(element);
  return elements[place - 1] ?? null;
}

const STEPS: Readonly<
  Record<string, { readonly next: (element: Element) => Element | null; readonly goesOn: boolean }>
> = {
  ' ': { next: parentOf, goesOn: true },
  '>': { next: parentOf, goesOn: false },
  '+': { next: elementBefore, goesOn: false },
  '~': { next: elementBefore, goesOn: true },
};

const OPERATORS: Readonly<Record<string, (own: string, value: string) => boolean>> = {
  '': () => true,
  '=': (own, value) => own === value,
  '^=': (own, value) => value !== '' && own.startsWith(value),
  '$=': (own, value) => value !== '' && own.endsWith(value),
  '*=': (own, value) => value !== '' && own.includes(value),
  '~=': (own, value) => own.split(/\s+/).includes(value),
  '|=': (own, value) => own === value || own.startsWith(`${value}-`),
};

const TOKEN =
  /\s*[>+~]\s*|[.#]?-?(?:[_a-z\u0080-\uffff-]|\\[\da-f]{1,6}\s?|\\.)(?:[\w\u0080-\uffff-]|\\[\da-f]{1,6}\s?|\\.)*|\s+|\*|\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]|::?[\w-]+(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?|./gi;
const JOINT = /^\s*[>+~\s]\s*$/;
const ATTRIBUTE = /^\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^"'\]\s]*))\s*([is])?\s*)?\]$/i;
const ADDING = /^::?(?:before|after)$/i;
/** While nobody points, types or follows a link. */
const NEVER =
  /^(?:hover|focus|active|visited|target|focus-within|focus-visible|first-line|first-letter|fullscreen|checked|disabled|invalid)\b/i;
const ALWAYS = /^(?:link|any-link|enabled|root|defined)\b/i;
const OF_ID = 10_000;
const OF_CLASS = 100;
/** Ancestors and siblings looked at for one element and selector: pages may nest tens of thousands deep. */
const MOST_STEPS = 200;
