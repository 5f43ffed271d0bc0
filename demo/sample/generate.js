// @ts-check
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {sample} from './sample.js';

/** `node demo/sample/generate.js [folder]` writes the sample data; by default where the demo reads it. */
const folder = process.argv[2] ?? fileURLToPath(new URL('../data', import.meta.url));

mkdirSync(folder, {recursive: true});
for (const [name, text] of sample()) {
  writeFileSync(`${folder}/${name}`, text);
  console.log(`${folder}/${name}: ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
