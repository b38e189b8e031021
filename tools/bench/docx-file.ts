import { inflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { parseCost } from './parse-cost.js';

export const docxFile = parseCost(
  'docx',
  { name: '.docx, bytes to findings', target: 10, note: 'floor: inflating word/document.xml alone' },
  ({ docx }) => {
    const packed = packedDocument(docx);
    return () => inflateRawSync(packed);
  },
);

/** The deflated bytes of word/document.xml, packed anew: an archive of one entry, header and name before them. */
function packedDocument(docx: Buffer): Buffer {
  const name = 'word/document.xml';
  const part = unzipSync(docx, { filter: (file) => file.name === name })[name];
  if (!part) throw new Error(`no ${name} in a generated .docx`);
  const zip = Buffer.from(zipSync({ [name]: part }));
  const start = 30 + zip.readUInt16LE(26) + zip.readUInt16LE(28);
  return zip.subarray(start, zip.indexOf(DIRECTORY_MARK, start));
}

const DIRECTORY_MARK = Buffer.from([0x50, 0x4b, 1, 2]);
