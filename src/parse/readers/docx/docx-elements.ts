/** Elements whose content nobody sees: deletions and moves away, change records, fallback copies, ruby, field codes. */
export const NOT_PRINTED: ReadonlySet<string> = new Set([
  ...['w:del', 'w:moveFrom', 'w:delText', 'w:delInstrText'],
  ...[
    'w:pPrChange',
    'w:rPrChange',
    'w:tblPrChange',
    'w:trPrChange',
    'w:tcPrChange',
    'w:sectPrChange',
    'w:tblGridChange',
  ],
  ...['w:rt', 'w:sectPr', 'w:footnotePr', 'w:tblGrid', 'w:tabs'],
]);

/** Drawn in a cell, not printed as text. */
export const SHOWN = ['o:OLEObject', 'c:chart', 'dgm:relIds', 'v:textpath', 'w:control', 'w:ddList'];
/** Mathematical structures: their parts' digits aren't one number. */
export const FORMULAS = [
  'm:f',
  'm:sSup',
  'm:sSub',
  'm:sSubSup',
  'm:rad',
  'm:nary',
  'm:m',
  'm:eqArr',
  'm:limLow',
  'm:limUpp',
];
