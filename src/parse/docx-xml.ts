import { SaxesParser } from 'saxes';
import { ReadError } from './read-error.js';

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
  parser.on('doctype', () => {
    throw new ReadError('read/doctype', '.docx 内部含有 DOCTYPE 声明，可能是恶意文件，未读取');
  });
  parser.on('error', (cause) => {
    throw new ReadError('read/truncated', '.docx 内部的 XML 不完整或已损坏，请重新取得原文件', { cause });
  });
  parser.on('opentag', ({ name, attributes }) => handlers.open(name, attributes as XmlAttributes));
  if (handlers.close) {
    const { close } = handlers;
    parser.on('closetag', ({ name }) => close(name));
  }
  if (handlers.text) parser.on('text', handlers.text);
  parser.write(decodeXml(part)).close();
}

function decodeXml(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le', 2);
  return part.toString('utf8', part[0] === 0xef ? 3 : 0);
}
