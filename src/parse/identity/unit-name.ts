/** The publishing unit that a title names: 辉渠镇人民政府2020年政府信息公开工作年度报告 → 辉渠镇人民政府; null for none. */
export function unitInTitle(title: string): string | null {
  const plain = title.replace(/[\s\u00a0\u3000《》“”"]+/g, '');
  const subject = SUBJECT.exec(plain);
  if (!subject) return null;
  // 人民政府信息公开: the unit ends in 政府, and the subject begins with the same characters.
  const shared = /人民$/.test(plain.slice(0, subject.index)) && subject[0].startsWith('政府') ? '政府' : '';
  const before = plain.slice(0, subject.index) + shared;
  const inBrackets = /[（(]([^（）()]*)[)）]$/.exec(plain.slice(subject.index))?.[1] ?? '';
  return cleanUnit(before) ?? cleanUnit(inBrackets);
}

/** A line that is a unit's name and nothing else, as in a signature; null otherwise. */
export function unitInSignature(line: string): string | null {
  const plain = line.replace(/[\s\u00a0\u3000]+/g, '').replace(/[（(](?:盖章|公章|章)[)）]/g, '');
  if (plain.length < 3 || plain.length > LONGEST_UNIT) return null;
  if (/[，。；：、,;:\d]/.test(plain.replace(NUMBER_IN_NAME, ''))) return null;
  return UNIT_ENDING.test(plain) && !NO_NAME.test(plain) ? plain : null;
}

/** The fuller of two names of one unit (安丘市辉渠镇人民政府 over 辉渠镇人民政府); null when they name two units. */
export function fullerName(a: string, b: string): string | null {
  const [coreA, coreB] = [coreOf(a), coreOf(b)];
  if (!coreA.endsWith(coreB) && !coreB.endsWith(coreA)) return null;
  return b.length > a.length ? b : a;
}

/** A unit's name without the words for its office: 辉渠镇人民政府 → 辉渠镇, 东湖街道办事处 → 东湖街道. */
export function coreOf(name: string): string {
  return name.replace(/(?:人民政府|办事处|政府)(?:办公[室厅])?$/, '');
}

/** The government above the unit, or whoever runs its site: merely where the page stands. */
export function isHigherOffice(name: string, unit: string): boolean {
  const above = HIGHER.exec(name)?.[1];
  if (above !== undefined) return true;
  return GENERIC.test(name) || (coreOf(name).length >= 2 && coreOf(unit).startsWith(coreOf(name)));
}

function cleanUnit(text: string): string | null {
  const unit = text
    .replace(/(?:19|20)\d{2}(?:年度|年)?|[〇○零O一二三四五六七八九]{4}年度?/g, '')
    .replace(
      /^(?:关于|【[^】]*】|\[[^\]]*\]|[:：\-—－、,，.]|公开|公布|发布)+|(?:关于|的|[:：\-—－、,，.（(]|本级)+$/g,
      '',
    );
  const named = unit.length >= 2 && unit.length <= LONGEST_UNIT && /[一-鿿]{2}/.test(unit);
  return named && !unit.includes('信息公开') && !NO_NAME.test(unit) ? unit : null;
}

/** A province, prefecture or county, its government or that government's office. */
const HIGHER = /^(.{1,20}(?:省|市|州|盟|县|区|旗))(?:人民政府|政府)?(?:办公[室厅])?$/;
/** Named after a task, not after a place. */
const GENERIC =
  /^(?:.{0,12}(?:政务公开|信息公开|政务服务|信息|融媒体|大数据).{0,8}|(?:党政|综合|政府)?办公[室厅]|.{0,12}(?:网|网站))$/;

/** 第3师, 101团: the divisions and regiments of a corps are called by number. */
const NUMBER_IN_NAME = /第\d+|\d+(?=[师团连])/g;

const LONGEST_UNIT = 40;
const SUBJECT =
  /(?:政府信息|政务信息|信息|政务)公开(?:工作)?(?:(?:19|20)\d{2}年?)?(?:年度|年报|情况|工作|报告)/;
/** 我镇, 本单位: who speaks, not what it is called. */
const NO_NAME = /^(?:我|本|该)(?:[省市州盟县区旗镇乡局委办厅院]|街道|单位|机关|部门|苏木)/;
const UNIT_ENDING =
  /(?:人民政府|政府办公室|政府办公厅|办公室|办公厅|办事处|委员会|管委会|管理委员会|指挥部|[局厅委办院署司处所站馆行社会]|中心|支队|大队|总队|法院|检察院|税务局|海关|公司|集团|政府|开发区|示范区|保护区|风景区|园区|新区|林场|农场|牧场|分局|学校|大学|医院|街道|[^县市省区]镇|[^家]乡|苏木|[\d〇零一二三四五六七八九十]师|[\d〇零一二三四五六七八九十]团)$/;
