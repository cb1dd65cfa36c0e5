/** Languages and colour schemes in which pictures are made: two tell what is broken, all four are for looking at. */
const ALL = [
  ['zh', 'light'],
  ['en', 'dark'],
  ['zh', 'dark'],
  ['en', 'light'],
] as const;

export const LOOKS = ALL.slice(0, Number(process.env.PANGZHU_LOOKS ?? ALL.length));
