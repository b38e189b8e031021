/** Vocabulary of the patterns of narrative subjects, written in them as {F}, {A} and {N}. */
export const VOCABULARY: Readonly<Record<string, string>> = {
  /** Words between a verb and 申请 that leave its meaning as it is. */
  F: '(?:政府信息公开|信息公开|政务公开|依申请公开|依申请|政府信息|政务信息|自然人|公民|法人|组织|社会|公众|群众|各类|其他|其它|其|他|或者|以及|和|或|及|、|提出|提交|要求|新|的|有效|书面|类|向本机关|向我[镇乡局县市区委办]){0,14}',
  /** An application for information. */
  A: '(?:申请|依申请公开)(?:表|书|案件|件|事项)?(?:公开)?(?:政府信息|信息)?',
  /** Between what is counted and its number. */
  N: '(?:总数量|总数|总量|件数|数量|数|量)?(?:情况)?(?:总共|共计|总计|合计|累计|共有|共|计|为|是|达到|达|有|了|：|:){0,3}',
};

/** 收到的 is counted, not what one of its channels or parts brought. */
export const PART_WORDS =
  '其中|网络|网上|网站|互联网|平台|信函|传真|邮件|邮寄|邮箱|来函|当面|现场|窗口|平均|每|转来|转办|分别|各(?!类)|比|较|未|无|不予|复议|诉讼|办结|答复';

/** Matters that are answered and closed too, but are no applications for information. */
export const OTHER_MATTERS =
  '建议|提案|热线|投诉|咨询|信访件|留言|工单|诉求|网民|网友|来信|来电|许可|来访|举报|信箱|12345';
