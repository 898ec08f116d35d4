import { accrualTable } from "./accrual";
import { companyDueTable, companyTable } from "./company";
import { benefitTable, bridgingTable, careerTable, statedTable } from "./dated";
import { comparedTable } from "./compared";
import { feeTable } from "./fee";
import { figureTable } from "./figure";
import { lawTables, type Years } from "./law";
import { pensionerTable } from "./pensioner";
import { premiumTable } from "./premium";
import { quarterTable } from "./quarter";
import { fineRevaluationTable, revaluationTable } from "./revaluation";
import { startedTables } from "./started";
import type { Table } from "./table";

export type { Column, Table, Unit, Value } from "./table";
export type { Years } from "./law";
export { COMPARED } from "./compared";
export { isFine, PIECE } from "./revaluation";
export { NO_START, ON_INCOME } from "./started";

/** The law as tables, on the figures in use; each is made when it is asked for. */
export class Tables {
  private readonly made = new Map<string, Table>();

  constructor(private readonly years: Years = {}) {}

  get law(): Table {
    return this.once("law", () => this.contributions().law);
  }

  get scale(): Table {
    return this.once("scale", () => this.contributions().scale);
  }

  get inverse(): Table {
    return this.once("inverse", () => this.contributions().inverse);
  }

  get stated(): Table {
    return this.once("stated", statedTable);
  }

  get company(): Table {
    return this.once("company", companyTable);
  }

  get companyDue(): Table {
    return this.once("companyDue", companyDueTable);
  }

  get bridging(): Table {
    return this.once("bridging", bridgingTable);
  }

  get career(): Table {
    return this.once("career", careerTable);
  }

  get benefit(): Table {
    return this.once("benefit", benefitTable);
  }

  get premium(): Table {
    return this.once("premium", premiumTable);
  }

  get revaluation(): Table {
    return this.once("revaluation", () => revaluationTable(this.years));
  }

  get fineRevaluation(): Table {
    return this.once("fineRevaluation", () => fineRevaluationTable(this.years));
  }

  get fee(): Table {
    return this.once("fee", feeTable);
  }

  get quarter(): Table {
    return this.once("quarter", quarterTable);
  }

  get accrual(): Table {
    return this.once("accrual", () => accrualTable(this.years));
  }

  get pensioner(): Table {
    return this.once("pensioner", pensionerTable);
  }

  get compared(): Table {
    return this.once("compared", comparedTable);
  }

  get started(): Table {
    return this.once("started", () => this.lives().started);
  }

  get startedScale(): Table {
    return this.once("startedScale", () => this.lives().startedScale);
  }

  get sureness(): Table {
    return this.once("sureness", () => this.lives().sureness);
  }

  get figure(): Table {
    return this.once("figure", figureTable);
  }

  private contributions() {
    const tables = lawTables(this.years);
    for (const [name, table] of Object.entries(tables)) this.made.set(name, table);
    return tables;
  }

  private lives() {
    const tables = startedTables(this.years);
    for (const [name, table] of Object.entries(tables)) this.made.set(name, table);
    return tables;
  }

  private once(name: string, make: () => Table): Table {
    const table = this.made.get(name) ?? make();
    this.made.set(name, table);
    return table;
  }
}

export type TableName = Exclude<keyof Tables, never>;
