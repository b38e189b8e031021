import type { FormRow, FormTable, Label } from '../model/form.js';
import { buildFormTable } from './build-form-table.js';
import { ISSUED_LABELS, STATISTICS_COLUMNS, STATISTICS_IGNORED } from './statistics-labels.js';

/**
 * 政府信息公开情况统计表, report years 2014–2018 (国办发〔2014〕32号): one value a row under headings that stand in rows
 * of their own (spec §2.7).
 */

const heading = (text: string, ...aliases: string[]): Label => ({ text, aliases });

/** 数, 总数 and 数量 come and go in real tables, and so does 其中: none of them tells two rows apart. */
function label(text: string, aliases: readonly string[]): Label {
  const wordings = [text, ...aliases].flatMap((wording) => {
    const bare = wording.replace(NUMBER_BEFORE, '').replace(NOTE, '');
    const stem = bare.replace(COUNT_WORD, '');
    const counted = /次数$/.test(bare) ? TIMES : COUNTS;
    return [wording, bare, ...counted.map((word) => stem + word)].flatMap((w) => [w, `其中：${w}`]);
  });
  return { text, aliases: [...new Set(wordings)].filter((wording) => wording !== text) };
}

const NUMBER_BEFORE = /^(?:其中：)?(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)?/;
const NOTE = /（[^（）]*）$/;
const COUNT_WORD = /(?:总次数|次数|总数|数量|数)$/;
const COUNTS = ['', '数', '总数', '数量'];
const TIMES = ['', '次数', '总次数', '数'];

const PROACTIVE = heading('一、主动公开情况', '主动公开政府信息情况', '主动公开');
const CHANNELS = heading(
  '（二）通过不同渠道和方式公开政府信息的情况',
  '通过不同渠道和方式公开政府信息情况',
  '通过不同渠道和方式公开政府信息',
  '通过不同渠道公开政府信息的情况',
);
const RESPONSE = heading('二、回应解读情况', '回应解读', '解读回应情况', '政策解读和回应情况');
const RESPONSE_WAYS = heading(
  '（二）通过不同渠道和方式回应解读的情况',
  '通过不同渠道和方式回应解读情况',
  '通过不同渠道和方式回应解读',
);
const APPLICATIONS = heading('三、依申请公开情况', '依申请公开', '依申请公开政府信息情况');
const CAPACITY = heading(
  '八、机构建设和保障经费情况',
  '机构建设和保障经费',
  '机构建设及保障经费情况',
  '机构建设与保障经费情况',
);
const TRAINING = heading(
  '九、政府信息公开会议和培训情况',
  '会议和培训情况',
  '政府信息公开会议及培训情况',
  '政府信息公开会议和培训',
);

/** A row of the form that others stand under is their heading too. */
const issued = (key: string): Label => {
  const [text, ...aliases] = ISSUED_LABELS[key]!.wordings;
  return label(text!, aliases);
};

const ITEMS = issued('proactive.items');
const CONFERENCES = issued('response.press_conferences');
const INTERVIEWS = issued('response.online_interviews');
const RECEIVED = issued('applications.received');
const CLOSED = issued('closed.total');
const REPLIES = issued('replies.total');
const DENIED = issued('replies.denied.total');
const REVIEW = issued('review.total');
const LITIGATION = issued('litigation.total');
const STAFF = issued('capacity.staff');

/** Under which headings each row stands, in the printed order: that order is the order of stored values. */
const ROWS_UNDER: readonly (readonly [path: readonly Label[], ...keys: string[]])[] = [
  [[PROACTIVE], 'proactive.items'],
  [[PROACTIVE, ITEMS], 'proactive.normative_disclosed', 'proactive.normative_issued'],
  [
    [PROACTIVE, CHANNELS],
    ...['gazette', 'website', 'weibo', 'wechat', 'other'].map((way) => `channel.${way}`),
  ],
  [[RESPONSE], 'response.events'],
  [[RESPONSE, RESPONSE_WAYS], 'response.press_conferences'],
  [[RESPONSE, RESPONSE_WAYS, CONFERENCES], 'response.press_conferences_leader'],
  [[RESPONSE, RESPONSE_WAYS], 'response.online_interviews'],
  [[RESPONSE, RESPONSE_WAYS, INTERVIEWS], 'response.online_interviews_leader'],
  [
    [RESPONSE, RESPONSE_WAYS],
    ...['interpretation_articles', 'weibo_wechat', 'other'].map((way) => `response.${way}`),
  ],
  [[APPLICATIONS], 'applications.received'],
  [[APPLICATIONS, RECEIVED], ...['in_person', 'fax', 'online', 'letter'].map((way) => `applications.${way}`)],
  [[APPLICATIONS], 'closed.total'],
  [[APPLICATIONS, CLOSED], 'closed.on_time', 'closed.extended'],
  [[APPLICATIONS], 'replies.total'],
  [
    [APPLICATIONS, REPLIES],
    ...['already_public', 'granted', 'partially_granted', 'denied.total'].map((reply) => `replies.${reply}`),
  ],
  [
    [APPLICATIONS, REPLIES, DENIED],
    ...[
      'state_secret',
      'trade_secret',
      'privacy',
      'security_stability',
      'not_government_information',
      'other_legal',
    ].map((ground) => `replies.denied.${ground}`),
  ],
  [
    [APPLICATIONS, REPLIES],
    ...['not_own_competence', 'not_existing', 'correction_requested', 'referred_elsewhere'].map(
      (reply) => `replies.${reply}`,
    ),
  ],
  [[], 'review.total'],
  [[REVIEW], 'review.upheld', 'review.corrected', 'review.other'],
  [[], 'litigation.total'],
  [[LITIGATION], 'litigation.upheld', 'litigation.corrected', 'litigation.other'],
  [[], 'complaints.total', 'application_fees.amount'],
  [[CAPACITY], 'capacity.dedicated_bodies', 'capacity.reading_points', 'capacity.staff'],
  [[CAPACITY, STAFF], 'capacity.staff_full_time', 'capacity.staff_part_time'],
  [[CAPACITY], 'capacity.budget'],
  [[TRAINING], 'training.meetings', 'training.courses', 'training.attendees'],
];

const ROWS: readonly FormRow[] = ROWS_UNDER.flatMap(([path, ...keys]) =>
  keys.map((key) => ({
    key: `stats.${key}`,
    path: [...path, issued(key)],
    unit: ISSUED_LABELS[key]!.unit,
  })),
);

export const STATISTICS_2014: FormTable = buildFormTable({
  id: 't2014.statistics',
  template: 't2014',
  subject: 'statistics',
  rows: ROWS,
  columns: STATISTICS_COLUMNS,
  cell: (rowKey, columnKey) => (columnKey === 'count' ? { indicator: rowKey, applicant: null } : null),
  ignored: STATISTICS_IGNORED,
  headingsAbove: true,
  // Tables of 2008–2013 share up to ten labels with it (当面申请数, 同意公开答复数) and are other tables.
  leastRows: 12,
});
