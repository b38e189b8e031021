/**
 * Fonts share one glyph between a character and the radical that looks like it, and many PDFs name the radical:
 * ⾏ (U+2F8F) for 行, ⺠ (U+2EA0) for 民. Nothing else is changed: what is printed as full width stays so.
 */
export function foldRadicals(text: string): string {
  return text.replace(RADICALS, (radical) => SUPPLEMENT.get(radical) ?? radical.normalize('NFKC'));
}

/** CJK Radicals Supplement and Kangxi Radicals. */
const RADICALS = /[\u2e80-\u2fd5]/g;

/**
 * The supplement has no compatibility mapping; Unicode's EquivalentUnifiedIdeograph.txt names these. Radicals that
 * are only part of a character (⺡, ⺮) stand for none and are left.
 */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  (
    '⺁厂 ⺃乚 ⺄乙 ⺅亻 ⺈刀 ⺉刂 ⺊卜 ⺋㔾 ⺍小 ⺎尢 ⺏尣 ⺐尢 ⺑尣 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺗㣺 ⺘扌 ⺙攵 ⺛旡 ⺜日 ⺝月 ' +
    '⺞歺 ⺟母 ⺠民 ⺡氵 ⺢氺 ⺣灬 ⺥爪 ⺦丬 ⺨犭 ⺩王 ⺪疋 ⺫目 ⺬示 ⺭礻 ⺯糹 ⺰纟 ⺱罒 ⺲罒 ⺴冈 ⺵羊 ⺶羊 ⺷羊 ⺸羊 ⺹老 ' +
    '⺻聿 ⺼月 ⺽臼 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻄西 ⻅见 ⻆角 ⻇角 ⻈讠 ⻉贝 ⻊足 ⻋车 ⻌辶 ⻍辶 ⻎辶 ⻏阝 ⻐金 ⻑长 ' +
    '⻒镸 ⻓长 ⻔门 ⻕阜 ⻖阝 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻞食 ⻟飠 ⻠饣 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ' +
    '⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟'
  )
    .split(' ')
    .map((pair) => [pair[0]!, pair[1]!] as const),
);
