import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { streamXml, XmlError } from '../../src/parse/xml-stream.js';

type Event = readonly [kind: string, ...said: unknown[]];

/** Neighbouring texts as one: where a text is handed over in pieces is nobody's business. */
function joined(events: readonly Event[]): Event[] {
  const all: Event[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text') all[all.length - 1] = ['text', `${last[1]}${event[1]}`];
    else all.push(event);
  }
  return all;
}

function streamed(xml: string): Event[] | string {
  const events: Event[] = [];
  try {
    streamXml(xml, {
      open: (name, attributes) => events.push(['open', name, { ...attributes() }]),
      close: (name) => events.push(['close', name]),
      text: (text) => text !== '' && events.push(['text', text]),
    });
  } catch (error) {
    if (error instanceof XmlError) return error.problem;
    throw error;
  }
  return joined(events);
}

/** What another parser, a state machine sign by sign, makes of it; without the white space around the root. */
function bySaxes(xml: string): Event[] | string {
  const events: Event[] = [];
  const parser = new SaxesParser();
  parser.on('error', () => {
    throw new XmlError('malformed', 0);
  });
  parser.on('opentag', ({ name, attributes }) => events.push(['open', name, { ...attributes }]));
  parser.on('closetag', ({ name }) => events.push(['close', name]));
  for (const kind of ['text', 'cdata'] as const)
    parser.on(kind, (text) => text !== '' && events.push(['text', text]));
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof XmlError) return error.problem;
    throw error;
  }
  const inside = events.filter(([kind], place) => kind !== 'text' || isInside(events, place));
  return joined(inside);
}

function isInside(events: readonly Event[], place: number): boolean {
  return (
    events.slice(0, place).some(([kind]) => kind === 'open') &&
    events.slice(place).some(([kind]) => kind === 'close')
  );
}

test.each([
  '<a/>',
  '\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<a x = "1" y=\'2>"\'>年<b\n/>报</a >\n<!-- end -->',
  '<a>1\r\n2\r3&#13;&#x41;&lt;&amp;&gt;&quot;&apos;<![CDATA[<&>]]]]>]]</a>',
  '<a v="a\r\nb\tc&#10;d&lt;"/>',
  '<a><?pi any > thing?><!-- - --><w:t xml:space="preserve"> </w:t></a>',
  '<a>\u{20000}𠮷</a>',
])('%s: as another parser reads it', (xml) => {
  expect(streamed(xml)).toEqual(bySaxes(xml));
  expect(streamed(xml)).toBeInstanceOf(Array);
});

test.each([
  ...['', ' ', 'text', '<a>', '<a></b>', '<a></a', '</a>', '<a/><b/>', '<a/>x', 'x<a/>', '<a/><![CDATA[]]>'],
  ...['<a', '<a ', '<a x>', '<a x=1/>', '<a x="1"y="2"/>', '<a x="<"/>', '<a x="1" x="2"/>', '<a x="1/>'],
  ...['<a / >', '<a></a b>', '< a/>', '<1/>', '<a>]]></a>', '<a>&</a>', '<a>&b;</a>', '<a>&amp</a>'],
  ...[
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a x="&b;"/>',
    '<a>\u0001</a>',
    '<a>\ud800</a>',
  ],
  ...[
    '<a>\ufffe</a>',
    '<!-- -- --><a/>',
    '<!--',
    '<a><![CDATA[</a>',
    '<??><a/>',
    ' <?xml version="1.0"?><a/>',
  ],
  ...['<a><?XML x?></a>', '<?xml?><a/>', '<?xml version="2.0"?><a/>', '<a><!b></a>', '<a>\0</a>'],
])('%j: refused, as by another parser', (xml) => {
  expect(streamed(xml)).toBe('malformed');
  expect(bySaxes(xml)).toBe('malformed');
});

test('a DOCTYPE is told from damage', () => {
  expect(streamed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')).toBe('doctype');
});

test('whatever is put together from pieces of markup', () => {
  const piece = fc.constantFrom(
    ...[
      '<a>',
      '</a>',
      '<b x="1">',
      '</b>',
      '<c/>',
      "<c y='&lt;' z=\"'\"/>",
      'text',
      ' ',
      '\r\n',
      '&amp;',
      '&#20;',
    ],
    ...['<!-- x -->', '<![CDATA[]]]>', '<?p q?>', ']]>', '<', '>', '&', '"', '<a', '/>', ' x="', '报'],
  );
  const xml = fc.array(piece, { maxLength: 12 }).map((pieces) => `<a>${pieces.join('')}</a>`);
  fc.assert(
    fc.property(xml, (text) => {
      expect(streamed(text)).toEqual(bySaxes(text));
    }),
    { numRuns: 5000 },
  );
});
