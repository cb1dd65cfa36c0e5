// node scripts/with-setup.mjs SCRIPT.ts [ARGUMENT ...]: installs what is missing, then runs a TypeScript script of the project.
import { ensureDependencies, ROOT, run } from './setup.mjs';

ensureDependencies();
const [script, ...args] = process.argv.slice(2);
process.exit(
  run(process.execPath, ['--import', 'tsx', ROOT + script, ...args], {
    cwd: process.env.INIT_CWD ?? ROOT,
    shell: false,
  }),
);
