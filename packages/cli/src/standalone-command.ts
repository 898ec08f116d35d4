import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Command, Option } from "commander";
import {
  atOnce,
  type Form,
  formsOf,
  goBack,
  keptIn,
  planCopy,
  whyNot,
  type WentBack,
  writeCopy,
} from "../../../src/copies";
import { version } from "../../../src/definitions/generated/version";
import { t } from "../../../src/i18n";
import { dataVersion } from "../../../src/parameters";
import { isoDate } from "../../../src/rules/calendar";
import { lastKnownYear } from "../../../src/rules/contributions";
import { within } from "../../core/src/context";
import { type OwnFigures, readFigures } from "../../core/src/figures";
import { attempted, isRefusal } from "../../core/src/refusal";
import type { Refusal } from "../../core/src/types";
import { figuresOf, json, type SharedOptions, yearOf } from "./answer";
import { EXIT, Misuse } from "./exit";
import { inPlaceOf } from "./files/output";
import { fileProblem } from "./files/problem";
import { IDS } from "./functions";
import type { World } from "./world";
import { dayText, refusalText } from "./written";

/** The command that makes a copy of a workbook that works without the add-in, or goes back. */
export const STANDALONE = "standalone";

const FORMS = ["classic", "named"] as const satisfies readonly Form[];
/** Years to come that a copy has where the workbook assumes how the index grows. */
const YEARS_AHEAD = 10;

interface Options extends SharedOptions {
  readonly output?: string;
  readonly form?: Form;
  readonly back?: true;
  readonly parameterYear?: string;
}

export function standaloneCommand(command: Command, world: World, end: (code: number) => void): void {
  command
    .summary(t("program:standalone/summary"))
    .description(t("program:standalone/description"))
    .argument("<workbook>", t("program:standalone/workbook"))
    .option("-o, --output <file>", t("program:standalone/output"))
    .addOption(
      new Option("--form <form>", t("program:standalone/form", { forms: FORMS.join(", ") })).default("classic"),
    )
    .option("--back", t("program:standalone/back"))
    .option("--parameter-year <year>", t("program:standalone/parameter-year"))
    .helpOption("-h, --help", t("program:option/help"))
    .action(async (file: string) => {
      const options = { ...command.parent!.opts<Options>(), ...command.opts<Options>() };
      end(await new Standalone(file, options, world).run());
    });
}

class Standalone {
  constructor(
    private readonly file: string,
    private readonly options: Options,
    private readonly world: World,
  ) {}

  async run(): Promise<number> {
    const { output, form = FORMS[0] } = this.options;
    if (output === undefined) throw new Misuse(t("program:error/value", { option: "--output" }));
    if (path.resolve(output) === path.resolve(this.file)) throw new Misuse(t("program:standalone/same"));
    if (!FORMS.includes(form))
      throw new Misuse(t("program:standalone/no-form", { given: form, forms: FORMS.join(", ") }));
    const bytes = await readBytes(this.file);
    try {
      return await (this.options.back ? this.back(bytes, output) : this.copy(bytes, output));
    } catch (error) {
      const reason = whyNot(error);
      if (reason === null) throw error;
      return this.refuse({ message: reason }, reason);
    }
  }

  private async copy(bytes: Uint8Array, output: string): Promise<number> {
    const { form = FORMS[0] } = this.options;
    const { language } = this.world;
    const kept = keptIn(bytes);
    const figures = this.figures(kept.figures);
    if (isRefusal(figures)) return this.refuse(figures, refusalText(figures, this.world.codes));
    const year = yearOf(this.options.parameterYear) ?? kept.year ?? lastKnownYear();
    const { plan, copy } = within({ figures, language, parameterYear: null }, () => {
      const native = formsOf(form, { year, indexation: kept.indexation, until: year + YEARS_AHEAD });
      const planned = atOnce(planCopy(bytes, { form, functions: IDS, native }));
      requireEnding(output, planned.hasMacros);
      const date = isoDate(this.world.today);
      const stamp = {
        ...{ date, dataVersion, codeVersion: version },
        noteHeading: t("pane:copy/note", { date: dayText(date), version: dataVersion }),
        coverName: t("pane:copy/sheet/cover"),
        recordName: t("pane:copy/sheet/record"),
        ownFigures: figures?.size ?? 0,
      };
      return { plan: planned, copy: atOnce(writeCopy(planned, stamp)) };
    });
    await writeBytes(output, copy);
    const { alive, frozen, others } = plan;
    const dead = others.filter((other) => other.native === undefined);
    if (this.options.json) {
      const cells = frozen.map(({ sheet, address, formula, why }) => ({ sheet, address, formula, why }));
      this.world.out(json({ output, form, year, alive: alive.length, frozen: cells, others: dead, dataVersion }));
    } else {
      this.say(t("program:standalone/made", { file: output, alive: alive.length, frozen: frozen.length }));
      for (const { sheet, address, why } of frozen) this.say(`  ${sheet}!${address}: ${why}`);
      for (const { where, formula } of dead) this.say(`  ${t("program:standalone/dead", { where, formula })}`);
    }
    return EXIT.answer;
  }

  /** The list that is given, or that of the workbook. */
  private figures(stored: string): OwnFigures | Refusal | undefined {
    if (this.options.figures !== undefined || stored === "") return figuresOf(this.options, this.world);
    return attempted(() => readFigures(stored));
  }

  private async back(bytes: Uint8Array, output: string): Promise<number> {
    const gone: WentBack = atOnce(goBack(bytes, { functions: IDS }));
    requireEnding(output, gone.hasMacros);
    await writeBytes(output, gone.bytes);
    const { restored, left, keepsLaw } = gone;
    if (this.options.json) this.world.out(json({ output, restored, left, keepsLaw }));
    else {
      this.say(t("program:standalone/restored", { file: output, count: restored }));
      for (const { where, formula, reason } of left)
        this.say(`  ${where}: ${formula}\n    ${t(`program:standalone/left/${reason}`)}`);
      if (keepsLaw) this.say(t("pane:copy/back/law"));
    }
    return left.length > 0 ? EXIT.refusal : EXIT.answer;
  }

  private refuse(refusal: Pick<Refusal, "message">, text: string): number {
    if (this.options.json) this.world.out(json({ refusal }));
    else this.world.err(`${text}\n`);
    return EXIT.refusal;
  }

  private say(line: string): void {
    this.world.out(`${line}\n`);
  }
}

/** What a workbook with macros is called, and any other. */
function requireEnding(file: string, hasMacros: boolean): void {
  const isRight = hasMacros ? /\.xlsm$/i.test(file) : /\.xlsx$/i.test(file);
  if (!isRight) throw new Misuse(t(`pane:copy/refused/${hasMacros ? "macros-name" : "plain-name"}`));
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    throw fileProblem(error, file);
  }
}

const writeBytes = (file: string, bytes: Uint8Array): Promise<void> =>
  inPlaceOf(file, (beside) => writeFile(beside, bytes));
