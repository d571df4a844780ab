// Opens pages in Chromium, light and dark, narrow and wide, and prints what axe-core finds and what
// does not fit, as JSON.
// Usage: node look_at_pages.cjs TOOLS CHROMIUM FILE...
'use strict';
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const path = require('node:path');

const [tools, executablePath, ...files] = process.argv.slice(2);
const need = createRequire(path.join(path.resolve(tools), 'node_modules', 'x.js'));
const { chromium } = need('playwright-core');
const axe = need.resolve('axe-core/axe.min.js');

async function look(browser, file, colorScheme, width) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  const page = await context.newPage();
  const failed = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  await page.goto(pathToFileURL(path.resolve(file)).href);
  await page.evaluate(() => document.fonts.ready);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const fonts = await page.evaluate(
    () => [...document.fonts].filter((font) => font.status === 'error').map((font) => font.family),
  );
  // axe asks for the stylesheet once more by script, which Chromium refuses between files.
  const missing = [...failed];
  await page.addScriptTag({ path: axe });
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  const violations = found.violations.map(
    (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
  await context.close();
  return { file, colorScheme, width, overflow, missing, fonts, violations, passes: found.passes.length };
}

(async () => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const seen = [];
  for (const file of files) {
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 1280]) seen.push(await look(browser, file, colorScheme, width));
    }
  }
  await browser.close();
  process.stdout.write(JSON.stringify(seen));
})().catch((error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
