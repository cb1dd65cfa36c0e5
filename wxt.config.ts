import { defineConfig } from 'wxt';
import { bundledPack } from './scripts/bundledPack';
import { withoutDocument } from './scripts/withoutDocument';
import { matchPatterns } from './lib/sites';

const MESSAGES = { name: '__MSG_name__', description: '__MSG_description__' };

export default defineConfig({
  imports: false,
  vite: () => ({ plugins: [bundledPack()], worker: { format: 'es', plugins: () => [withoutDocument()] } }),
  modules: ['@wxt-dev/module-react'],
  manifestVersion: 3,
  // The page must not be able to tell that the extension is there: no file of it is web-accessible.
  manifest: ({ browser }) => ({
    ...MESSAGES,
    default_locale: 'zh_CN',
    minimum_chrome_version: browser === 'firefox' ? undefined : '128',
    permissions: [
      'scripting',
      'storage',
      'unlimitedStorage',
      'activeTab',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    host_permissions: matchPatterns(),
    // The segmenter of the library's search is WebAssembly.
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
    optional_host_permissions: ['*://*/*'],
    content_scripts: [
      {
        matches: matchPatterns(),
        js: ['content.js'],
        run_at: 'document_start',
        all_frames: true,
        ...(browser === 'firefox' ? { match_about_blank: true } : { match_origin_as_fallback: true }),
      },
    ],
    action: { default_title: MESSAGES.name },
    commands: {
      'toggle-marks': { suggested_key: { default: 'Alt+Shift+M' }, description: '__MSG_commandToggleMarks__' },
      'next-mention': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_commandNextMention__' },
      'previous-mention': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_commandPreviousMention__' },
      'open-panel': { suggested_key: { default: 'Alt+Shift+L' }, description: '__MSG_commandOpenPanel__' },
      // Chromium takes four keys at most; on a page Alt+Shift+H and Alt+Shift+N do these two.
      highlight: { description: '__MSG_commandHighlight__' },
      note: { description: '__MSG_commandNote__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{b1f4c9d6-2a0e-4f5b-9d37-8c1e6a7f0b42}',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  hooks: {
    // As a WXT content script it would announce itself to the page with an event and a message
    // (wxt:content-script-started); as an unlisted script it says nothing.
    'entrypoints:found': (_, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.name === 'content') entrypoint.type = 'unlisted-script';
      }
    },
  },
});
