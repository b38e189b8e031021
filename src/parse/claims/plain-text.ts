/**
 * The text with full-width digits, points and white space as ASCII and the traditional characters of the claims'
 * vocabulary as simplified ones; length and places unchanged, so that a span in it is a span of what is printed.
 */
export function plainText(text: string): string {
  const narrow = WIDE.test(text) ? text.replace(WIDE_ALL, (character) => ASCII[character] ?? ' ') : text;
  return TRADITIONAL.test(narrow) ? narrow.replace(ANY_TRADITIONAL, (c) => SIMPLIFIED.get(c)!) : narrow;
}

const ASCII: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789.%'].map((ascii) => [String.fromCharCode(ascii.charCodeAt(0) + 0xfee0), ascii]),
);
const WIDE = /[０-９．％\u3000\u00a0\t\r]/;
const WIDE_ALL = /[０-９．％\u3000\u00a0\t\r]/g;

/** Mirrors of government sites in traditional characters print 公開, 申請, 行政復議. Each character has one simplified form. */
const PAIRS =
  '開开請请議议訴诉訟讼復复覆复網网動动條条結结轉转辦办處处費费發发總总數数額额實实際际個个萬万億亿餘余約约過过無无沒没門门戶户體体報报廣广電电視视欄栏專专眾众傳传郵邮當当現现場场組组織织與与關关機机級级縣县鎮镇鄉乡區区來来歷历較较務务會会決决屬属維维糾纠錯错銷销審审計计達达為为兩两產产類类應应從从許许單单選选臺台話话諮咨詢询觀观納纳繳缴員员協协還还遺遗順顺續续間间時时鑒鉴獲获絕绝給给準准';
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  [...PAIRS.matchAll(/(.)(.)/gu)].map(([, traditional, simplified]) => [traditional!, simplified!]),
);
const TRADITIONAL = /[開請議條辦無]/;
const ANY_TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');
