/** Tags with one in place of some, where the first of those stood. Null: none in their place. */
export function retagged(own: readonly string[], tags: readonly string[], as: string | null): string[] {
  return [...new Set(own.flatMap((tag) => (tags.includes(tag) ? (as ?? []) : tag)))];
}
