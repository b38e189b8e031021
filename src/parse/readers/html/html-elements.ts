/** HTML elements by how they are read; any other is only a wrapper of its text. */

/** Shown, but not as text: a cell that holds nothing else isn't blank. */
export const OBJECTS: ReadonlySet<string> = new Set([
  ...['select', 'textarea', 'button', 'input', 'meter', 'progress'],
  ...['img', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video'],
]);

/** Never shown as text, or controls around it. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['script', 'style', 'template', 'noscript', 'title', 'meta', 'link', 'base'],
  ...['select', 'option', 'textarea', 'button', 'input', 'datalist', 'meter', 'progress'],
  ...['iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video', 'map'],
  ...['del', 'rp'],
]);

/** Elements that begin and end a line of their own. `br` only breaks it. */
export const BLOCKS: ReadonlySet<string> = new Set([
  ...[
    'p',
    'div',
    'section',
    'article',
    'header',
    'footer',
    'main',
    'nav',
    'aside',
    'center',
    'blockquote',
    'pre',
  ],
  ...[
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'hr',
    'form',
    'fieldset',
    'legend',
  ],
  ...['address', 'figure', 'figcaption', 'details', 'summary', 'caption', 'ucapcontent', 'body'],
]);

export const HEADINGS: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };
