import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** The elements that share the element's parent, in their order, and its place among them. */
export function siblingsOf(element: Element): {
  readonly elements: readonly Element[];
  readonly place: number;
} {
  const parent = element.parentNode;
  if (!parent) return { elements: [element], place: 0 };
  let known = families.get(parent);
  if (!known) {
    const elements = (parent.childNodes as readonly object[]).filter(
      (node): node is Element => 'tagName' in node,
    );
    known = { elements, places: new Map(elements.map((child, place) => [child, place])) };
    families.set(parent, known);
  }
  return { elements: known.elements, place: known.places.get(element)! };
}

/** A page may have a hundred thousand elements under one, and ask of each for its place. */
const families = new WeakMap<
  object,
  { readonly elements: readonly Element[]; readonly places: ReadonlyMap<Element, number> }
>();
