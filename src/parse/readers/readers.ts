import type { Document, MediaType } from '../../model/document.js';
import { readDocx } from './docx/docx-reader.js';
import { readHtml } from './html/html-reader.js';
import { isEncryptedWord } from './ole-word.js';
import { readPdf } from './pdf/pdf-reader.js';
import { ReadError } from './read-error.js';
import { isEncryptedOffice } from './sniff.js';
import { readText } from './text/text-reader.js';
import { unsupportedKind } from './unsupported.js';

export type Reader = (bytes: Buffer, servedType: string | null) => Document | Promise<Document>;

/** Media type → reader. A new file format is a reader and a line here. */
export const READERS: Readonly<Record<MediaType, Reader>> = {
  // Read
  'text/html': readHtml,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': (bytes) => readDocx(bytes),
  'text/plain': readText,
  'application/pdf': (bytes) => readPdf(bytes),
  // Known, and refused with a reason
  'application/msword': (bytes) => {
    if (isEncryptedOffice(bytes) || isEncryptedWord(bytes))
      return refuse('read/encrypted', '文件已加密，请提供未加密的版本')();
    return refuse('read/unsupported-doc', '旧版 Word（.doc/.wps）文件暂不能读取；请另存为 .docx 后再提供')();
  },
  unknown: (bytes) => {
    const { code, message } = unsupportedKind(bytes);
    return refuse(code, message)();
  },
};

function refuse(code: `read/${string}`, message: string): () => never {
  return () => {
    throw new ReadError(code, message);
  };
}
