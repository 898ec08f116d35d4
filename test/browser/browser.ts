import { execFileSync } from "node:child_process";
import path from "node:path";
import { type Browser, chromium, type ConsoleMessage, type Page } from "playwright-core";
import { isOfOffice } from "./office";

export const root = path.resolve(__dirname, "../..");

/** The browser that tools/setup.mjs finds; `npm test` has found it already. */
function executable(): string {
  const found = process.env["STATUT_BROWSER"] ?? execFileSync(process.execPath, ["-e", FIND], { cwd: root }).toString();
  if (!found) throw new Error("No browser found. Run the tests by `npm test`, which installs one or says how.");
  return found;
}

const FIND = `import("./tools/setup.mjs").then(({ findBrowser }) => process.stdout.write(findBrowser() ?? ""))`;

export function launch(options: readonly string[] = []): Promise<Browser> {
  // Chromium's sandbox does not start for root, which is who runs tests in a container.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: executable(), args: [...args, ...options] });
}

/** What goes wrong in a page: exceptions, what its policy blocks, and other errors on the console that `counts` lets through. */
export function watch(page: Page, counts: (message: ConsoleMessage) => boolean = () => true): string[] {
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  page.on("console", (message) => {
    const { url } = message.location();
    const isBlocked = message.text().includes("Content Security Policy") && !isOfOffice(url);
    if (message.type() === "error" && (isBlocked || counts(message))) problems.push(`${message.text()} (${url})`);
  });
  return problems;
}
