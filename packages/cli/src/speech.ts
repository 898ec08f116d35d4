import type { Language as Code, Texts } from "../../../src/i18n";
import { Language } from "../../core/src/language";
import { spoken } from "../../core/src/spoken";
import type { FunctionHelp, Speech } from "./world";
import type { Codes } from "./written";

/** The files of a language that the command line speaks with. */
interface Files {
  readonly messages: Texts;
  readonly explain: Texts;
  readonly notes: Texts;
  /** English names stand with the figures. */
  readonly figures?: Texts;
  /** What the pane says of figures. */
  readonly upkeep: Texts;
  /** And of copies without the add-in. */
  readonly copy: Texts;
  readonly help: { readonly errorMeanings: Readonly<Record<string, string>> };
  readonly program: Texts;
  /** What the workbench says of files that it does not open. */
  readonly refused: Texts;
}

/** Figures of one's own come by an option. */
export function speech(
  code: Code,
  files: Files,
  functions: Readonly<Record<string, FunctionHelp>>,
  words: Speech["words"],
): Speech {
  const { messages, pane, ...others } = spoken(files);
  const wayOut = { ...(messages!["way-out"] as Texts), pane: "$t(way-out/list) (--figures)" };
  const texts = {
    ...others,
    messages: { ...messages!, "way-out": wayOut },
    pane: { ...pane!, figures: files.upkeep, copy: files.copy },
    help: files.help as unknown as Texts,
    program: files.program,
    workbench: { file: { refused: files.refused } },
  };
  return { language: new Language(code, texts), codes: codesIn(files.help.errorMeanings), functions, words };
}

/** The help tells the errors in the order of ours, by their codes in the language. */
function codesIn(meanings: Readonly<Record<string, string>>): Codes {
  const [value = "", notAvailable = "", number = ""] = Object.keys(meanings);
  return { "#VALUE!": value, "#N/A": notAvailable, "#NUM!": number };
}
