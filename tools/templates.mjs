// @ts-check
/**
 * `npm run templates`: workbooks to begin with, in each language, with our functions and as copies that go on calculating without them.
 * Into dist/templates.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isStarted, root } from "./process.mjs";
import { loaded } from "./typescript.mjs";
/**
 * All templates, by the names of their files.
 *
 * @param {string} [date] the day on which they are made
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function templates(date = new Date().toISOString().slice(0, 10)) {
  loaded("src/functions/index.ts");
  const { LANGUAGES } = loaded("src/i18n/index.ts");
  const { bookOf, fileFrom, fileOf, FORMS, speak, TEMPLATES } = loaded("src/templates/index.ts");
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const language of LANGUAGES) {
    await speak(language);
    for (const template of TEMPLATES)
      for (const form of FORMS)
        files.set(fileOf(template.id, form, language), fileFrom(bookOf(template, form), form, date));
  }
  return files;
}

/** Writes all templates below a folder. @param {string} folder */
export async function writeTemplates(folder) {
  const files = await templates();
  rmSync(folder, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return files.size;
}

if (isStarted(import.meta.url)) {
  const count = await writeTemplates(path.join(root, "dist/templates"));
  console.log(`dist/templates: ${count} workbooks`);
}
