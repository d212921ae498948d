// Writes KaTeX as one plain ES5 script, which is what Rhino can run on the server: node lower-katex.mjs <target>
// Maven starts this before it gathers the resources. It installs the packages pinned in package.json when they are not
// there yet, and does nothing when the target was made by these versions.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const pins = JSON.parse(readFileSync(`${project}/package.json`, 'utf8')).devDependencies;
const tools = ['katex', '@babel/core', '@babel/preset-env'];

function installed(name) {
  const description = `${project}/node_modules/${name}/package.json`;
  return existsSync(description) && JSON.parse(readFileSync(description, 'utf8')).version === pins[name];
}

if (!tools.every(installed)) {
  const npm = spawnSync('npm', ['install', '--ignore-scripts', '--no-progress'], {
    cwd: project,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.error) console.error(`npm does not start: ${npm.error.message}`);
  if (npm.status !== 0) process.exit(1);
}

const target = process.argv[2];
const header = `// ${tools.map((name) => `${name} ${pins[name]}`).join(', ')}: made by lower-katex.mjs\n`;
if (existsSync(target) && readFileSync(target, 'utf8').startsWith(header)) process.exit(0);

const { transformFileSync } = await import('@babel/core');
const { code } = transformFileSync(require.resolve('katex/dist/katex.min.js'), {
  babelrc: false,
  configFile: false,
  comments: false,
  compact: true,
  sourceType: 'script',
  presets: [['@babel/preset-env', { targets: { ie: '11' } }]],
});
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, header + code);
