import { AUTHOR_ROLES, type Author, type AuthorRole } from '../model';

const ROLES: ReadonlySet<string> = new Set(AUTHOR_ROLES);

/** Authors as a reader writes them: 张三（记者）、李四. */
export function authorsLine(authors: readonly Author[]): string {
  return authors.map(({ name, role }) => (role === null ? name : `${name}（${role}）`)).join('、');
}

/** Reads such a line. A word in brackets that names no role is a part of the name. */
export function authorsIn(line: string): Author[] {
  return line
    .split(/[、，,;；\n]/)
    .map((written) => written.trim())
    .filter((written) => written !== '')
    .map((written) => {
      const [, name, role] = /^(.+?)\s*[（(]\s*(.+?)\s*[)）]$/.exec(written) ?? [];
      if (name === undefined || role === undefined || !ROLES.has(role)) return { name: written, role: null };
      return { name, role: role as AuthorRole };
    });
}
