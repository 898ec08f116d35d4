import { contributions } from "../../../src/parameters/compiled/contributions";
import type { tables as whole } from "../../../src/parameters/compiled/index";

// In the place of `src/parameters/compiled/index.ts`: figures come with the functions that rest on them, so that a bundle of one domain has no others.

export { coverage, dataVersion } from "../../../src/parameters/compiled/coverage";

type Tables = typeof whole;
export type Figures = Partial<Tables>;

/** The last published year, which the contributions tell, is known from the beginning. */
const held: Figures = { contributions };

/** From now on these can be asked too. */
export function hold(figures: Figures): void {
  Object.assign(held, figures);
}

/** What nobody brought is a defect, and no figure that is unknown. */
const tableOf = <Name extends keyof Tables>(name: Name): Tables[Name] => {
  const table = held[name];
  if (table === undefined) throw new Error(`the figures of "${name}" are not loaded`);
  return table as Tables[Name];
};

export const tables: Tables = {
  get benefits() {
    return tableOf("benefits");
  },
  get company() {
    return tableOf("company");
  },
  get contributions() {
    return tableOf("contributions");
  },
  get funds() {
    return tableOf("funds");
  },
  get passerelle() {
    return tableOf("passerelle");
  },
  get pension() {
    return tableOf("pension");
  },
  get status() {
    return tableOf("status");
  },
};
