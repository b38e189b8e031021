import { SaxesParser } from 'saxes';
import { ReadError } from '../read-error.js';

export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/**
 * Streams one XML part of a .docx. A part that is not well-formed is cut off or damaged; one with a DOCTYPE is
 * hostile, for Word writes none (ECMA-376 Part 2 §10.1.4 forbids it).
 */
export function streamXml(part: Buffer, handlers: XmlHandlers): void {
  const parser = new SaxesParser();
  let names: Names | null = null;
  parser.on('doctype', () => {
    throw new ReadError('read/doctype', '.docx 内部含有 DOCTYPE 声明，可能是恶意文件，未读取');
  });
  parser.on('error', (cause) => {
    throw new ReadError('read/truncated', '.docx 内部的 XML 不完整或已损坏，请重新取得原文件', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    names ??= namesOf(attributes as XmlAttributes);
    handlers.open(names.element(name), names.attributes(attributes as XmlAttributes));
  });
  if (handlers.close) {
    const { close } = handlers;
    parser.on('closetag', ({ name }) => close(names!.element(name)));
  }
  if (handlers.text) {
    parser.on('text', handlers.text);
    parser.on('cdata', handlers.text);
  }
  parser.write(decodeXml(part)).close();
}

interface Names {
  readonly element: (name: string) => string;
  readonly attributes: (attributes: XmlAttributes) => XmlAttributes;
}

/** Word writes `w:`, other programs may bind another prefix, or none, to the same namespace: the root says which. */
function namesOf(root: XmlAttributes): Names {
  const usual = new Map<string, string>();
  for (const [attribute, uri] of Object.entries(root)) {
    const [xmlns, prefix = ''] = attribute.split(':');
    const name = xmlns === 'xmlns' ? USUAL_PREFIXES[uri] : undefined;
    if (name !== undefined && name !== prefix) usual.set(prefix, name);
  }
  if (usual.size === 0) return { element: apart, attributes: (attributes) => attributes };
  const rename = (name: string, bare: string | undefined): string => {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? bare : usual.get(name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  return {
    element: (name) => apart(rename(name, usual.get(''))),
    // An attribute without a prefix is in no namespace, but where elements have none WordprocessingML's is meant.
    attributes: (attributes) =>
      Object.fromEntries(
        Object.entries(attributes).map(([name, value]) => [rename(name, usual.get('')), value]),
      ),
  };
}

/** A name without a prefix is none of a reader's: set apart, so that it is no name that every object has (`__proto__`). */
const apart = (name: string): string => (name.includes(':') ? name : `:${name}`);

/** Transitional and strict (ECMA-376 parts 1 and 4), and markup compatibility (part 3). */
const USUAL_PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

function decodeXml(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le', 2);
  if (part[0] === 0xfe && part[1] === 0xff) return new TextDecoder('utf-16be').decode(part);
  return part.toString('utf8', part[0] === 0xef ? 3 : 0);
}
