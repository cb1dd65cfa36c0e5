/** Languages and colour schemes in which pictures are made: two tell what is broken, all four are for looking at. */
const ALL = [
  ['zh', 'light'],
  ['en', 'dark'],
  ['zh', 'dark'],
  ['en', 'light'],
] as const;

export const LOOKS = process.env.PANGZHU_PICTURES === undefined ? ALL.slice(0, 2) : ALL;
