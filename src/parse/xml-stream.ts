export type XmlAttributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  /** The attributes are read only when asked for: of most elements nobody does. Only then can they be asked for. */
  readonly open: (name: string, attributes: () => XmlAttributes) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** What is not well-formed, and where, in UTF-16 units. */
export class XmlError extends Error {
  constructor(
    readonly problem: 'malformed' | 'doctype',
    readonly at: number,
  ) {
    super(`${problem} XML at ${at}`);
  }
}

/**
 * Streams one well-formed document of XML 1.0 without DOCTYPE, its names as written. What nobody asks for is passed over
 * with `indexOf`: of a .docx that is most of it.
 * @throws XmlError where it isn't well-formed. Not asked: which letters beyond ASCII may be in a name, and whether an
 * element nobody reads has an attribute twice.
 */
export function streamXml(xml: string, handlers: XmlHandlers): void {
  if (hasForbidden(xml)) throw new XmlError('malformed', 0);
  const state = new XmlState(xml, handlers);
  for (let at = end(DECLARATION, xml, 0, 0); at < xml.length; ) {
    const tag = xml.indexOf('<', at);
    state.text(at, tag < 0 ? xml.length : tag);
    if (tag < 0) break;
    at = state.markup(tag);
  }
  state.finish();
}

class XmlState {
  readonly #open: string[] = [];
  #sawRoot = false;
  /** The attributes of the tag that was opened last, as far as they were looked at. */
  #attributesFrom = 0;
  #attributesTo = 0;
  /** The next `&`, from where it was last looked for. */
  #reference = -1;

  constructor(
    private readonly xml: string,
    private readonly handlers: XmlHandlers,
  ) {}

  /** Returns where what begins at `<` ends. */
  markup(at: number): number {
    const { xml } = this;
    switch (xml.charCodeAt(at + 1)) {
      case SLASH:
        return this.#closeTag(at);
      case QUESTION:
        return this.#behind(end(INSTRUCTION, xml, at), '?>');
      case EXCLAMATION:
        if (xml.startsWith('<!--', at)) return this.#comment(at);
        if (xml.startsWith('<![CDATA[', at)) return this.#cdata(at);
        throw new XmlError(xml.startsWith('<!DOCTYPE', at) ? 'doctype' : 'malformed', at);
      default:
        return this.#openTag(at);
    }
  }

  text(from: number, to: number): void {
    if (from === to) return;
    const text = this.xml.slice(from, to);
    if (text.includes(']]>')) throw new XmlError('malformed', from);
    if (this.#open.length > 0) this.handlers.text(resolved(unbroken(text), from));
    else if (!BLANK.test(text)) throw new XmlError('malformed', from);
  }

  finish(): void {
    if (!this.#sawRoot || this.#open.length > 0) throw new XmlError('malformed', this.xml.length);
  }

  #openTag(at: number): number {
    const { xml } = this;
    if (this.#sawRoot && this.#open.length === 0) throw new XmlError('malformed', at);
    this.#sawRoot = true;
    const nameEnd = end(NAME, xml, at + 1);
    const name = xml.slice(at + 1, nameEnd);
    this.#attributesFrom = nameEnd;
    this.#attributesTo = this.#passAttributes(nameEnd);
    const behind = end(TAG_END, xml, this.#attributesTo);
    // A `<` or a reference that is none stands in a value.
    if (xml.lastIndexOf('<', behind - 1) !== at) throw new XmlError('malformed', at);
    this.#checkReferences(nameEnd, behind);
    this.handlers.open(name, this.#attributes);
    if (xml.charCodeAt(behind - 2) === SLASH) this.handlers.close(name);
    else this.#open.push(name);
    return behind;
  }

  #passAttributes(from: number): number {
    let at = from;
    for (let value = end(ATTRIBUTE, this.xml, at, -1); value >= 0; value = end(ATTRIBUTE, this.xml, at, -1))
      at = this.#behind(value, this.xml[value - 1]!);
    return at;
  }

  readonly #attributes = (): XmlAttributes => {
    const { xml } = this;
    const attributes: Record<string, string> = {};
    for (let at = this.#attributesFrom; at < this.#attributesTo; ) {
      const value = end(ATTRIBUTE, xml, at);
      const name = xml.slice(at, xml.indexOf('=', at)).trim();
      at = this.#behind(value, xml[value - 1]!);
      if (Object.hasOwn(attributes, name)) throw new XmlError('malformed', value);
      attributes[name] = resolved(xml.slice(value, at - 1).replace(BREAKS, ' '), value);
    }
    return attributes;
  };

  #closeTag(at: number): number {
    const name = this.#open.pop();
    if (name === undefined || !this.xml.startsWith(name, at + 2)) throw new XmlError('malformed', at);
    const behind = end(CLOSE_END, this.xml, at + 2 + name.length);
    this.handlers.close(name);
    return behind;
  }

  #comment(at: number): number {
    const dashes = this.#behind(at + '<!--'.length, '--');
    if (this.xml[dashes] !== '>') throw new XmlError('malformed', at);
    return dashes + 1;
  }

  #cdata(at: number): number {
    if (this.#open.length === 0) throw new XmlError('malformed', at);
    const behind = this.#behind(at + '<![CDATA['.length, ']]>');
    this.handlers.text(unbroken(this.xml.slice(at + '<![CDATA['.length, behind - ']]>'.length)));
    return behind;
  }

  #behind(from: number, mark: string): number {
    const at = this.xml.indexOf(mark, from);
    if (at < 0) throw new XmlError('malformed', from);
    return at + mark.length;
  }

  #checkReferences(from: number, to: number): void {
    if (this.#reference < from) {
      const next = this.xml.indexOf('&', from);
      this.#reference = next < 0 ? this.xml.length : next;
    }
    if (this.#reference < to) resolved(this.xml.slice(from, to), from);
  }
}

/** Where a sticky pattern that has to fit from `at` on ends. */
function end(pattern: RegExp, xml: string, at: number, otherwise?: number): number {
  pattern.lastIndex = at;
  if (pattern.test(xml)) return pattern.lastIndex;
  if (otherwise === undefined) throw new XmlError('malformed', at);
  return otherwise;
}

/** Line ends as XML 1.0 §2.11 has them. */
function unbroken(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** With the characters that its references stand for. */
function resolved(text: string, at: number): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (_, name: string | undefined) => characterOf(name, at));
}

function characterOf(name: string | undefined, at: number): string {
  const named = NAMED[name ?? ''];
  if (named !== undefined) return named;
  const code = name?.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name?.slice(1));
  const character = name?.startsWith('#') && code <= 0x10ffff ? String.fromCodePoint(code) : '\0';
  if (hasForbidden(character)) throw new XmlError('malformed', at);
  return character;
}

function hasForbidden(text: string): boolean {
  return SUSPECT.test(text) && FORBIDDEN.test(text);
}

const [SLASH, QUESTION, EXCLAMATION] = [0x2f, 0x3f, 0x21];
const NAME = /[A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*/y;
/** Up to the quotation mark that opens the value. */
const ATTRIBUTE = /[ \t\r\n]+[A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*[ \t\r\n]*=[ \t\r\n]*["']/y;
const TAG_END = /[ \t\r\n]*\/?>/y;
const CLOSE_END = /[ \t\r\n]*>/y;
const INSTRUCTION = /<\?(?!xml[\s?])[A-Za-z_:\u0080-\uffff][-.\w:\u0080-\uffff]*(?=\s|\?>)/iy;
const DECLARATION =
  /\ufeff?(?:<\?xml\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[\w.-]+"|'[\w.-]+'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>)?/y;
const BLANK = /^[ \t\r\n]*$/;
const BREAKS = /\r\n|[\t\r\n]/g;
const REFERENCE = /&(?:(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)?/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
/** Also of whole pairs, of which texts have few; the exact pattern takes three times as long. */
const SUSPECT = /[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/;
/** XML 1.0 §2.2: controls, halves of surrogate pairs, no characters. */
const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
