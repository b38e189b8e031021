import { streamXml } from './docx-xml.js';
import type { Zip } from './zip.js';

/** The parts of a .docx that are read; most writers give them the names of Word's own (ECMA-376 Part 2 §9.3). */
export interface DocxParts {
  readonly document: Buffer | null;
  readonly numbering: Buffer | null;
  readonly styles: Buffer | null;
  /** The part that the document's relationship of that id points to. */
  readonly related: (id: string) => Buffer | null;
}

export function findParts(zip: Zip): DocxParts {
  const named = zip.read(USUAL_NAME);
  const name = named ? USUAL_NAME : (relationsOf('', zip).find(isOf('officeDocument'))?.target ?? USUAL_NAME);
  const own = (type: string): Buffer | null => {
    const target = named ? `word/${type}.xml` : relationsOf(name, zip).find(isOf(type))?.target;
    return target === undefined ? null : zip.read(target);
  };
  return {
    document: named ?? zip.read(name),
    numbering: own('numbering'),
    styles: own('styles'),
    related: (id) => {
      const target = relationsOf(name, zip).find((relation) => relation.id === id)?.target;
      return target === undefined ? null : zip.read(target);
    },
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  /** Name of a part. */
  readonly target: string;
}

function relationsOf(name: string, zip: Zip): readonly Relation[] {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const part = zip.read(`${folder}_rels/${name.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!part) return relations;
  streamXml(part, {
    open: (_, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (target !== '') relations.push({ id, type, target: partName(target, folder) });
    },
  });
  return relations;
}

/** Targets are relative to the folder of the part, or begin at the root. */
function partName(target: string, folder: string): string {
  const path = target.startsWith('/') ? target : `/${folder}${target}`;
  return new URL(path, 'file:///').pathname.slice(1);
}

function isOf(type: string): (relation: Relation) => boolean {
  return (relation) => relation.type.endsWith(`/${type}`);
}

const USUAL_NAME = 'word/document.xml';
