// npm run build: .output/chrome-mv3 and .output/firefox-mv3. With --zip (npm run package): the store zips.
import { build, ensureDependencies, giveUp, run } from './setup.mjs';

ensureDependencies();
if (process.argv.includes('--zip')) {
  for (const args of [['zip'], ['zip', '-b', 'firefox', '--mv3']]) {
    if (run('npx', ['--no-install', 'wxt', ...args]) !== 0)
      giveUp('The packages could not be made; the messages above say why.');
  }
} else {
  console.log(build('chromium'));
  console.log(build('firefox'));
}
