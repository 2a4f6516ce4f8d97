// Draws every model of bpmn/ as docs/models/<id>.svg, with bpmn-js in a headless Chromium.
// In a scratch folder: npm install bpmn-js@18 puppeteer-core@24
//                      node <repository>/docs/models/draw.mjs <repository>
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'scratch.cjs'));
const puppeteer = require('puppeteer-core');
const viewer = readFileSync(require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
const repository = process.argv[2];

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
await page.setContent('<div id="canvas" style="width: 2000px; height: 1200px"></div>');
await page.addScriptTag({ content: viewer });
for (const file of readdirSync(join(repository, 'bpmn')).filter((name) => name.endsWith('.bpmn'))) {
  const xml = readFileSync(join(repository, 'bpmn', file), 'utf8');
  const svg = await page.evaluate(async (text) => {
    const drawn = new BpmnJS({ container: '#canvas' });
    const { warnings } = await drawn.importXML(text);
    if (warnings.length > 0) {
      throw new Error(warnings.map((warning) => warning.message).join('; '));
    }
    const result = await drawn.saveSVG();
    drawn.destroy();
    return result.svg;
  }, xml);
  const of = createHash('sha256').update(xml).digest('hex');
  const id = file.replace(/\.bpmn$/, '');
  writeFileSync(join(repository, 'docs', 'models', id + '.svg'), `${svg}\n<!-- bpmn/${file} ${of} -->\n`);
}
await browser.close();
