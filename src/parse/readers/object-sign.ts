/**
 * Stands in a cell for what is shown there and is no text: a picture, a control, a formula (U+FFFC OBJECT REPLACEMENT
 * CHARACTER). Such a cell isn't blank; beside text, what is no text is an ornament.
 */
export const OBJECT_SIGN = '\ufffc';
