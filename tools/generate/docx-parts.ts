/** The parts of a .docx package that don't depend on the report (ECMA-376 parts 1 and 2). */

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="${WORD_TYPE}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="${WORD_TYPE}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="${WORD_TYPE}.settings+xml"/>\
<Override PartName="/word/numbering.xml" ContentType="${WORD_TYPE}.numbering+xml"/>\
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>\
</Types>`;

export const PACKAGE_RELS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>\
</Relationships>`;

export const DOCUMENT_RELS = `${XML}<Relationships xmlns="${PACKAGE}/relationships">\
<Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/>\
<Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/>\
<Relationship Id="rId3" Type="${OFFICE}/settings" Target="settings.xml"/>\
</Relationships>`;

/** 一、 for top headings and （一） below them, counted by the word processor. */
export const NUMBERING = `${XML}<w:numbering xmlns:w="${WORD}">\
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${level(0, '%1、')}${level(1, '（%2）')}</w:abstractNum>\
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

function level(index: number, text: string): string {
  return (
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/>` +
    `<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`
  );
}

/** docProps/core.xml; its texts come escaped. */
export function coreProperties(title: string, creator: string, createdOn: string): string {
  const moment = `${createdOn}T01:00:00Z`;
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"` +
    ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${title}</dc:title><dc:creator>${creator}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`
  );
}

/** word/settings.xml with the revision ids of the editing sessions. */
export function settingsPart(revisions: readonly string[]): string {
  const rsids = revisions.map((id) => `<w:rsid w:val="${id}"/>`).join('');
  return `${XML}<w:settings xmlns:w="${WORD}"><w:zoom w:percent="100"/><w:rsids>${rsids}</w:rsids></w:settings>`;
}

/** word/styles.xml: Normal, Title, two headings; `word` adds the list of built-in styles that Word always writes. */
export function stylesPart(style: 'clean' | 'word'): string {
  const bulk = style === 'word' ? latentStyles() + listStyles() : '';
  return (
    `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault>` +
    `</w:docDefaults>${bulk}<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
    `${styleNamed('Title', 'Title', '')}${[1, 2].map(heading).join('')}</w:styles>`
  );
}

function heading(number: number): string {
  return styleNamed(
    `Heading${number}`,
    `heading ${number}`,
    `<w:pPr><w:outlineLvl w:val="${number - 1}"/></w:pPr>`,
  );
}

function styleNamed(id: string, name: string, properties: string): string {
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `<w:next w:val="Normal"/><w:qFormat/>${properties}</w:style>`
  );
}

function latentStyles(): string {
  const tables = [
    'Light Shading',
    'Light List',
    'Light Grid',
    'Medium Shading 1',
    'Medium Shading 2',
    'Medium List 1',
  ];
  const more = [
    'Medium List 2',
    'Medium Grid 1',
    'Medium Grid 2',
    'Medium Grid 3',
    'Dark List',
    'Colorful Shading',
  ];
  const names = [...tables, ...more].flatMap((name) => [
    name,
    ...[1, 2, 3, 4, 5, 6].map((accent) => `${name} Accent ${accent}`),
  ]);
  const exceptions = names.map(
    (name, index) =>
      `<w:lsdException w:name="${name}" w:semiHidden="0" w:uiPriority="${60 + (index % 14)}" w:unhideWhenUsed="0"/>`,
  );
  return `<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:count="${names.length}">${exceptions.join('')}</w:latentStyles>`;
}

function listStyles(): string {
  const kinds = [
    'List',
    'List Bullet',
    'List Number',
    'List Continue',
    'toc',
    'index',
    'Body Text',
    'Block Text',
    'Closing',
  ];
  return kinds
    .flatMap((kind) => [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ name: `${kind} ${number}`, number })))
    .map(({ name, number }) => {
      const indent = `<w:pPr><w:spacing w:before="${number * 7}" w:after="${(name.length * 13) % 200}"/><w:ind w:left="${360 * number}" w:hanging="360"/><w:contextualSpacing/></w:pPr>`;
      const run = `<w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:cstheme="majorBidi"/><w:sz w:val="${20 + number}"/></w:rPr>`;
      return styleNamed(name.replaceAll(' ', ''), name, indent + run);
    })
    .join('');
}
