// Bundles entry.js into mathjax.js and records what it is in bundle.json.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const OUT = 'mathjax.js';
const attributes = {
  name: 'attributes',
  setup(bundler) {
    bundler.onResolve({ filter: /\/Attributes\.js$/ }, () => ({ path: resolve('attributes.js') }));
  },
};

await build({
  entryPoints: ['entry.js'],
  outfile: OUT,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2016',
  legalComments: 'none',
  plugins: [attributes],
  banner: { js: '/* MathJax 3.2.2, Apache-2.0; see NOTICE */\n' + readFileSync('shim.js', 'utf8') },
});
const { version } = JSON.parse(readFileSync('node_modules/mathjax-full/package.json', 'utf8'));
const bundle = readFileSync(OUT);
const record = { mathjax: version, bytes: bundle.length, sha256: createHash('sha256').update(bundle).digest('hex') };
writeFileSync('bundle.json', JSON.stringify(record, null, 2) + '\n');
console.log(`${OUT}: MathJax ${version}, ${bundle.length} bytes`);
