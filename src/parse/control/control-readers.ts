import { BLIND_LISTS, type BlindFeature, type ControlReaderName } from '../../catalogue/blind-lists.js';
import type { Document, MediaType } from '../../model/document.js';
import { decodePage } from './decode-page.js';
import { readDocxAgain } from './docx-control-reader.js';
import { openPackage } from './docx-package.js';
import { readHtmlAgain } from './html-control-reader.js';
import { markupEvents } from './markup-events.js';
import { wordSigns } from './word-signs.js';

export interface ControlReader {
  /** May throw whatever the library throws: then the main reading stands unconfirmed. */
  readonly read: (bytes: Buffer, servedType: string | null) => Document | Promise<Document>;
  /** Features of this document on the reader's blind list; asked only where the readings differ. */
  readonly blindTo: (bytes: Buffer, servedType: string | null) => readonly BlindFeature[];
}

/** Media type → the reading that confirms the main one; other types have one reader. */
export const CONTROL_READERS: Readonly<Partial<Record<MediaType, ControlReader>>> = {
  'text/html': {
    read: readHtmlAgain,
    blindTo: (bytes, servedType) => {
      const events = markupEvents(decodePage(bytes, servedType));
      return listOf('htmlparser2').filter(({ sign }) => sign.in === 'markup' && events.has(sign.event));
    },
  },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    read: readDocxAgain,
    blindTo: (bytes) => {
      const shows = wordSigns(openPackage(bytes));
      return listOf('mammoth').filter(({ sign }) => sign.in !== 'markup' && shows(sign));
    },
  },
};

function listOf(name: ControlReaderName): readonly BlindFeature[] {
  return BLIND_LISTS.filter(({ reader }) => reader === name);
}
