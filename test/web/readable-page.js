// biome-ignore-all lint/correctness/noUnusedVariables: the test that reads this file calls them.

/** Its texts whose colour stands out less from what is behind them. */
function textsBelow(least) {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((value) => {
      const c = value / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const [r, g, b, a = 1] = channels(getComputedStyle(at).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const found = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const colour = element.closest('svg') ? style.fill : style.color;
    const [light, dark] = [luminance(channels(colour).slice(0, 3)), luminance(behind(element))].sort(
      (a, b) => b - a,
    );
    const ratio = (light + 0.05) / (dark + 0.05);
    if (ratio < least) found.add(`${ratio.toFixed(2)} ${element.className} ${text.slice(0, 20)}`);
  }
  return [...found];
}

/** Whether what has the focus is on screen with a ring around it. */
function focusRing() {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const { top, bottom, width } = element.getBoundingClientRect();
  const inView = width > 0 && bottom > 0 && top < innerHeight;
  const ring = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && boxShadow !== 'none';
  return { seen: inView && ring, tag: element.outerHTML.slice(0, 120), outlineStyle, boxShadow };
}
