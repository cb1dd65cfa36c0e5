import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The rooms, and what each may import. `lib/README.md` says why. */
const PURE = [
  'text',
  'reference',
  'detect',
  'anchor',
  'hover',
  'search',
  'library',
  'identity',
  'words',
  'cite',
  'export',
  'track',
  'file',
  'check',
  'compare',
  'packs',
  'packfiles',
] as const;
const ADAPTERS = ['article', 'page', 'store', 'settings', 'messages', 'protocols', 'report', 'sites'] as const;
const PURE_AND_MODEL = ['model', ...PURE, 'sites'];

const PERMITTED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  sites: ['model'],
  report: [],
  ...Object.fromEntries(PURE.map((room) => [room, ['model', ...PURE]])),
  article: PURE_AND_MODEL,
  page: PURE_AND_MODEL,
  store: PURE_AND_MODEL,
  settings: PURE_AND_MODEL,
  protocols: PURE_AND_MODEL,
  messages: [...PURE_AND_MODEL, 'protocols', 'report'],
  components: PURE_AND_MODEL,
  entrypoints: [...PURE_AND_MODEL, ...ADAPTERS, 'components', 'entrypoints'],
};
/** Packages that the pure rooms may use; the rest of the world comes as arguments. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  reference: ['valibot'],
  packs: ['valibot'],
  packfiles: ['valibot', 'papaparse', 'fflate', '@noble/hashes/sha2.js', '@noble/hashes/utils.js'],
  search: ['minisearch'],
  identity: ['diff'],
  compare: ['diff'],
  file: ['fflate'],
  export: [
    '@noble/hashes/sha2.js',
    '@noble/hashes/utils.js',
    'docx',
    'fflate',
    'hast',
    'mdast',
    'papaparse',
    'rehype-sanitize',
    'rehype-stringify',
    'remark-gfm',
    'remark-parse',
    'remark-rehype',
    'unified',
    'valibot',
  ],
};

interface Import {
  readonly file: string;
  readonly room: string;
  readonly from: string;
  /** The room it leads to, or null for a package. */
  readonly to: string | null;
}

const ROOT = join(import.meta.dirname, '../..');
const files = ['lib', 'components', 'entrypoints'].flatMap(sources);
const imports = files.flatMap(importsOf);

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function roomOf(file: string): string {
  const [top, room = ''] = file.split('/');
  return top === 'lib' ? room.replace(/\.tsx?$/, '') : top!;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const found = text.matchAll(
    /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
  );
  return [...found].map((match) => {
    const from = (match[1] ?? match[2] ?? match[3])!;
    const to = from.startsWith('.') ? roomOf(posix.join(dirname(file), from)) : null;
    return { file, room: roomOf(file), from, to };
  });
}

test('the reader of imports reads them', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.filter((each) => each.to !== null).length).toBeGreaterThan(100);
  expect(imports.some((each) => each.file === 'lib/detect/detect.ts' && each.to === 'reference')).toBe(true);
});

describe('each room imports only what it may', () => {
  test.each([...new Set(imports.map((each) => each.room))])('%s', (room) => {
    const permitted = PERMITTED[room];
    expect(permitted, `${room} is not on the map`).toBeDefined();
    const strays = imports
      .filter((each) => each.room === room && each.to !== null && each.to !== room && !permitted!.includes(each.to))
      .map((each) => `${each.file} imports ${each.from}`);
    expect(strays).toEqual([]);
  });
});

test('pure rooms use no package but those named', () => {
  const strays = imports
    .filter((each) => (PURE as readonly string[]).includes(each.room) && each.to === null)
    .filter((each) => !(PURE_PACKAGES[each.room] ?? []).includes(each.from))
    .map((each) => `${each.file} imports ${each.from}`);
  expect(strays).toEqual([]);
});

test('components touch no browser API and no store', () => {
  const strays = imports.filter(
    (each) => each.room === 'components' && each.to === null && /wxt|dexie|webextension/.test(each.from),
  );
  expect(strays).toEqual([]);
});

test('nothing in a page touches the store', () => {
  const strays = imports.filter((each) => /^entrypoints\/(content|overlay)\//.test(each.file) && each.to === 'store');
  expect(strays).toEqual([]);
});

test('nobody imports from entrypoints, and no entrypoint from another', () => {
  const strays = imports.filter((each) => {
    if (each.to !== 'entrypoints') return false;
    const own = each.file.split('/')[1];
    const target = posix.join(dirname(each.file), each.from).split('/')[1];
    return !each.file.startsWith('entrypoints/') || (target !== own && target !== 'pages' && target !== 'surfaces');
  });
  expect(strays.map((each) => `${each.file} imports ${each.from}`)).toEqual([]);
});

test('rooms do not import in a circle', () => {
  const edges = new Map<string, Set<string>>();
  for (const { room, to } of imports) {
    if (to !== null && to !== room) edges.set(room, (edges.get(room) ?? new Set()).add(to));
  }
  const circles: string[] = [];
  const visit = (room: string, path: readonly string[]) => {
    if (path.includes(room)) {
      circles.push([...path.slice(path.indexOf(room)), room].join(' → '));
      return;
    }
    for (const next of edges.get(room) ?? []) visit(next, [...path, room]);
  };
  for (const room of edges.keys()) visit(room, []);
  expect(circles).toEqual([]);
});
