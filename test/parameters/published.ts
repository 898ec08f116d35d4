import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import type { ParameterId } from "../../src/parameters";

/** An amount that a source prints, and how it relates to a parameter or to a calculation. */
export interface PrintedAmount {
  readonly parameter?: ParameterId;
  readonly calculation?: Calculation;
  /** Exact decimal as text, like every amount here. */
  readonly printed: string;
  /** `below`: the source prints the last amount under the threshold. */
  readonly relation?: "below";
  /** Decimals to which the source rounds. */
  readonly decimals?: number;
  /** Management fee that the printed amount includes. */
  readonly fee?: string;
  /** The right figure where the print is wrong; absent where nothing is served. */
  readonly calculated?: string;
  /** Why the print is wrong. */
  readonly misprint?: string;
}

/** A quarter on `income`, or the flat quarter of a starter in activity year `flat`. */
export interface Calculation {
  readonly category: string;
  readonly income?: string;
  readonly flat?: number;
  /** Where the quarters of the year do not share one law. */
  readonly quarter?: number;
  readonly per?: "year" | "year rounded once";
}

export interface Published extends PrintedAmount {
  readonly year: number;
  readonly title: string;
}

interface Page {
  readonly title: string;
  readonly amounts: readonly PrintedAmount[];
}

const FOLDER = path.join(__dirname, "../../src/parameters/published");

export const published: readonly Published[] = readdirSync(FOLDER)
  .sort()
  .flatMap((file) => {
    const pages = parse(readFileSync(path.join(FOLDER, file), "utf8")) as readonly Page[];
    return pages.flatMap(({ title, amounts }) =>
      amounts.map((amount) => ({ ...amount, title, year: Number(path.parse(file).name) })),
    );
  });
