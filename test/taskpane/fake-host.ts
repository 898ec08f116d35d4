import type { Host, Table } from "../../src/host/host";

/** A host that keeps what the pane asks of it. */
export class FakeHost implements Host {
  readonly name = "excel";
  hasWorkbook = true;
  storedYear: number | null = null;
  inserted: Table[] = [];
  recalculations = 0;
  /** When set, the next action fails with it. */
  failure: Error | undefined;

  constructor(private readonly language = "en-GB") {}

  displayLanguage = (): string => this.language;
  contentLanguage = (): string => this.language;
  isDarkTheme = (): boolean => false;
  readParameterYear = (): Promise<number | null> => Promise.resolve(this.storedYear);

  writeParameterYear(year: number): Promise<void> {
    return this.attempt(() => {
      this.storedYear = year;
    });
  }

  insertTable(table: Table): Promise<string> {
    return this.attempt(() => {
      this.inserted.push(table);
      return "Sheet1!A1:I9";
    });
  }

  recalculate(): Promise<void> {
    this.recalculations += 1;
    return Promise.resolve();
  }

  private attempt<Result>(action: () => Result): Promise<Result> {
    return this.failure ? Promise.reject(this.failure) : Promise.resolve(action());
  }
}
