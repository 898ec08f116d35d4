import type { Host } from "../../host/host";
import { hasCalculated } from "../../page/calculation";
import { dataVersion } from "../../parameters";
import { usesOurFunctions } from "../formula/own-formulas";
import type { Seen } from "../kit/surroundings";

const MARK = "statut-social.reloaded";

/** Loads the page anew, and with it the functions of the cells. */
export function reload(): void {
  // Where nothing can be kept, the user sees for himself.
  withSession((session) => session.setItem(MARK, "yes"));
  location.reload();
}

/** Whether the page was loaded anew by us; true once. */
export function wasReloaded(): boolean {
  return (
    withSession((session) => {
      const isMarked = session.getItem(MARK) !== null;
      session.removeItem(MARK);
      return isMarked;
    }) ?? false
  );
}

function withSession<Result>(use: (session: Storage) => Result): Result | undefined {
  try {
    return use(sessionStorage);
  } catch {
    return undefined;
  }
}

/** Functions are called a moment after Excel was asked to calculate; this long is waited for the first. */
const TRIES = 50;
const PAUSE = 100;

/**
 * Excel does not call the functions of a page that was loaded anew for the cells that are there already: they are calculated. With other
 * data than the workbook's that is for the user to say.
 */
export async function takeUpAgain(host: Host, version: string | null): Promise<Seen> {
  if (!(await hasFormulas(host))) return {};
  if (version !== null && version !== dataVersion) return { reloaded: "due" };
  try {
    await host.recalculate();
  } catch {
    return { reloaded: "due" };
  }
  for (let tries = 0; tries < TRIES && !hasCalculated(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  return hasCalculated() ? {} : { reloaded: "silent" };
}

async function hasFormulas(host: Host): Promise<boolean> {
  const found = new AbortController();
  const look = (formula: string): boolean => {
    if (usesOurFunctions(formula)) found.abort();
    return found.signal.aborted;
  };
  await host.formulaCells(look, found);
  return found.signal.aborted;
}

/** Whether the server has another build by now than the one that runs here, whose parts are then gone. */
export async function isUpdated(): Promise<boolean> {
  const script = document.querySelector('script[src*="taskpane.js?"]')?.getAttribute("src");
  if (!script) return false;
  const page = await fetch(location.pathname, { cache: "no-store" });
  return page.ok && !(await page.text()).includes(script);
}
