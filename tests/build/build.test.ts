import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readBundledPack } from '../../scripts/seeds';

const ROOT = join(import.meta.dirname, '../..');
/** Bytes, compressed: what every page of every default site pays. */
const CONTENT_BUDGET = 12 * 1024;
const PACK_BUDGET = 1024 * 1024;

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (build) => {
  const folder = join(ROOT, '.output', build);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const manifest = JSON.parse(read('manifest.json')) as Record<string, unknown>;

  test('content.js is within its budget', () => {
    expect(gzipSync(read('content.js'), { level: 9 }).length).toBeLessThanOrEqual(CONTENT_BUDGET);
  });

  test('what runs in pages opens no database: it would be the page’s own', () => {
    for (const script of ['content.js', 'overlay.js', 'article.js'])
      expect(read(script)).not.toMatch(/indexedDB|dexie/i);
  });

  test('content.js brings no React, does not announce itself to the page', () => {
    expect(read('content.js')).not.toMatch(/react/i);
    expect(read('content.js')).not.toContain('content-script-started');
  });

  test('a page cannot probe for the extension: none of its files is web-accessible', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
  });

  test('it is Manifest V3 and asks for no more than it says', () => {
    expect(manifest.manifest_version).toBe(3);
    const permissions = [
      'activeTab',
      'alarms',
      'contextMenus',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(build === 'chrome-mv3' ? ['sidePanel'] : []),
    ];
    expect([...(manifest.permissions as string[])].sort()).toEqual(permissions.sort());
    expect(manifest.host_permissions).not.toContain('<all_urls>');
  });

  test('nothing is fetched from elsewhere', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(js|html|css)$/.test(name),
    );
    for (const name of scripts) {
      expect(read(name), name).not.toMatch(/(?:src|href)="https?:|fetch\(\s*["'`]https?:|@import\s+url\(["']?https?:/);
    }
  });

  test('the reference is on board, within its budget, and nowhere but in the background', () => {
    const pack = JSON.stringify(readBundledPack());
    expect(Buffer.byteLength(pack)).toBeLessThanOrEqual(PACK_BUDGET);
    expect(read('background.js')).toContain('zhongguo-gongchandang-zhangcheng');
    for (const script of ['content.js', 'overlay.js', 'article.js'])
      expect(read(script)).not.toContain('zhongguo-gongchandang');
  });
});
