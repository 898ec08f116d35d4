// @ts-check
/**
 * `npm run templates`: workbooks to begin with, in each language, with our functions and as copies that go on calculating without them.
 * Into dist/templates, and into build/templates, from where builds and `npm start` take them.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isStarted, root } from "./process.mjs";
import { loaded } from "./typescript.mjs";
/** That of the commit, so that one commit gives one zip; without a repository today. */
function dayOfCommit() {
  const { status, stdout } = spawnSync("git", ["log", "-1", "--format=%cs"], { cwd: root, encoding: "utf8" });
  return status === 0 && /^\d{4}-\d\d-\d\d$/.test(stdout.trim())
    ? stdout.trim()
    : new Date().toISOString().slice(0, 10);
}

/**
 * All templates, by the names of their files.
 *
 * @param {string} [date] the day on which they are made
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function templates(date = dayOfCommit()) {
  loaded("src/functions/index.ts");
  const { LANGUAGES } = loaded("src/i18n/index.ts");
  const { bookOf, fileFrom, fileOf, formsOfTemplate, speak, TEMPLATES } = loaded("src/templates/index.ts");
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  for (const language of LANGUAGES) {
    await speak(language);
    for (const template of TEMPLATES)
      for (const form of formsOfTemplate(template.id))
        files.set(fileOf(template.id, form, language), fileFrom(bookOf(template, form), form, date));
  }
  return files;
}

/** Where builds find them. */
export const TEMPLATES_FOLDER = path.join(root, "build/templates");

/** Writes all templates for a build. */
export async function writeTemplates() {
  const files = await templates();
  rmSync(TEMPLATES_FOLDER, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const target = path.join(TEMPLATES_FOLDER, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
  return files.size;
}

if (isStarted(import.meta.url)) {
  const count = await writeTemplates();
  cpSync(TEMPLATES_FOLDER, path.join(root, "dist/templates"), { recursive: true });
  console.log(`dist/templates: ${count} workbooks`);
}
