/** Whether a media query list holds where people read reports: on a desktop's screen (Media Queries 4). */
export function appliesOnScreen(queries: string): boolean {
  const list = queries.trim().toLowerCase();
  return list === '' || list.split(',').some((query) => holds(query.trim()));
}

function holds(query: string): boolean {
  const [, prefix, type, features = ''] = /^(?:(not|only)\s+)?([a-z]+)?\s*([\s\S]*)$/.exec(query) ?? [];
  const result = (type === undefined || type === 'all' || type === 'screen') && haveFeatures(features);
  return prefix === 'not' ? !result : result;
}

function haveFeatures(features: string): boolean {
  return [...features.matchAll(FEATURE)].every(([, name = '', size]) => {
    const pixels = Number.parseFloat(size ?? '') * (/em\b/.test(size ?? '') ? PIXELS_PER_EM : 1);
    if (/^min-(?:device-)?width$/.test(name)) return pixels <= DESKTOP_PIXELS;
    if (/^max-(?:device-)?width$/.test(name)) return pixels >= DESKTOP_PIXELS;
    return OF_A_DESKTOP.test(`${name}:${size ?? ''}`);
  });
}

const FEATURE = /\(\s*([\w-]+)\s*(?::\s*([^)]*?))?\s*\)/g;
const OF_A_DESKTOP = /^(?:orientation:landscape|hover:(?:hover)?|pointer:(?:fine)?|min-height:.*|color:)$/;
const DESKTOP_PIXELS = 1440;
const PIXELS_PER_EM = 16;
