import type { CallToolResult, JSONObject, Tool } from "@modelcontextprotocol/server";
import {
  type Argument,
  DEFINITIONS,
  type Definition,
  type FunctionId,
  type Kind,
  type Shown,
} from "../../../../src/definitions";
import { version } from "../../../../src/definitions/generated/version";
import { articleName, isLanguage, LANGUAGES, t } from "../../../../src/i18n";
import { CONFIDENCES } from "../../../../src/parameters/table";
import { dataVersion } from "../../../../src/parameters";
import { within } from "../../../core/src/context";
import type { OwnFigures } from "../../../core/src/figures";
import { asked, told } from "../../../core/src/function";
import { isRefusal } from "../../../core/src/refusal";
import type { Answer, Figure, Line, Refusal, Result } from "../../../core/src/types";
import { counted } from "../files/problem";
import { fullName } from "../functions";
import type { FunctionHelp, Speech } from "../world";
import { confidenceText, refusalText, resultText, wayText } from "../written";

type Schema = JSONObject;

/** What all calls of a server share. */
export interface Served {
  readonly speech: Speech;
  readonly speechOf: (code: string) => Promise<Speech>;
  readonly figures: OwnFigures | Refusal | undefined;
  readonly parameterYear: number | undefined;
}

/** No function has an argument of this name. */
export const LANGUAGE = "language";

/** More cells than this belong in a file; they would fill the memory of whoever asked, too. */
const MOST_CELLS = 10_000;
/** Rows of an answer whose way is told: of more of them nobody reads it. */
const MOST_WAYS = 20;

/** Clients take no points in the names of tools. */
export const toolName = (id: string): string => fullName(id).replaceAll(".", "_");

/** What changes nothing, asks nobody and answers the same to the same. */
export const READS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
} as const;

export const languageSchema = (): Schema => ({
  type: "string",
  enum: [...LANGUAGES],
  description: t("program:mcp/language"),
});

/** A function as a tool, described in the language of the server. */
export function toolOf(id: FunctionId, { functions, words }: Speech): Tool {
  const definition: Definition = DEFINITIONS[id];
  const texts = functions[id]!;
  const takes = Object.entries(definition.takes);
  const required = takes.filter(([, { optional, blankable }]) => !optional && !blankable).map(([name]) => name);
  return {
    name: toolName(id),
    title: id,
    description: descriptionOf(texts),
    inputSchema: {
      type: "object",
      properties: {
        ...Object.fromEntries(
          takes.map(([name, argument]) => [name, argumentSchema(argument, texts.parameters[name]!, words)]),
        ),
        [LANGUAGE]: languageSchema(),
      },
      required,
      additionalProperties: false,
    },
    outputSchema: answerSchema(id, definition),
    annotations: READS,
  };
}

const descriptionOf = ({ description, returns, throws, law }: FunctionHelp): string =>
  [
    description,
    t("program:pair", { name: t("help:result"), value: returns }),
    t("program:pair", { name: t("help:errors"), value: throws }),
    t("program:pair", { name: t("help:law"), value: law }),
  ].join("\n");

/** What is read for a kind as it would be in a cell: a number as people type it, too. */
const TYPES: Readonly<Record<Kind, [string, ...string[]]>> = {
  euro: ["number", "string"],
  rate: ["number", "string"],
  date: ["string"],
  year: ["integer"],
  whole: ["integer"],
  number: ["number", "string"],
  yes: ["boolean"],
  word: ["string"],
  text: ["string"],
  rows: ["string", "number"],
};

function argumentSchema(
  argument: Argument<unknown>,
  { name, description }: FunctionHelp["parameters"][string],
  words: Speech["words"],
): Schema {
  const { kind, matrix, optional, blankable, bounds, enumeration } = argument;
  const meanings = enumeration === undefined ? undefined : words[enumeration];
  const told = meanings === undefined ? [] : Object.entries(meanings).map(([word, meaning]) => `${word}: ${meaning}`);
  const text = [t("program:pair", { name, value: description }), ...told].join("\n");
  const types = [...TYPES[kind], ...(optional || blankable || matrix ? ["null"] : [])];
  if (matrix) {
    const cell = { type: types };
    const row = { type: "array", items: cell, maxItems: MOST_CELLS };
    return { description: text, anyOf: [cell, { type: "array", items: { anyOf: [cell, row] }, maxItems: MOST_CELLS }] };
  }
  const values = Object.keys(meanings ?? {});
  const isNumber = kind === "number" || kind === "whole";
  return {
    description: text,
    type: types.length === 1 ? types[0]! : types,
    ...(values.length > 0 &&
      kind !== "rate" && {
        enum: [...(isNumber ? values.map(Number) : values), ...(optional || blankable ? [null] : [])],
      }),
    ...(bounds !== undefined && { minimum: bounds[0], maximum: bounds[1] }),
  };
}

/** What a value is a measure of; nothing for words. */
const UNITS: Readonly<Partial<Record<Shown, string>>> = {
  euro: "EUR",
  "euro-or-word": "EUR",
  exact: "EUR",
  cells: "EUR",
  rate: "fraction",
  fraction: "fraction",
  ratio: "ratio",
  number: "number",
  date: "date",
};

type Units = string | Readonly<Record<string, string>> | null;

/** The unit of a value, or of each column of a table; of a figure of the law that of the figure. */
function unitOf({ shows, also }: Definition, way: readonly Line[]): Units {
  if (shows === "any") return way[0]?.figures[0]?.unit ?? null;
  if (typeof shows === "string") return UNITS[shows] ?? null;
  return Object.fromEntries(
    Object.entries({ ...shows, ...also }).flatMap(([name, kind]) => (UNITS[kind] ? [[name, UNITS[kind]]] : [])),
  );
}

const NUMBERS: ReadonlySet<Shown> = new Set(["euro", "exact", "rate", "fraction", "ratio", "number"]);

function valueSchema({ shows, besides }: Definition): Schema {
  if (typeof shows !== "string")
    return besides === undefined ? { type: "array", items: { type: "object" } } : { type: "object" };
  if (NUMBERS.has(shows)) return { type: "number" };
  if (shows === "met") return { type: "boolean" };
  if (shows === "cells" || shows === "quarters") return { type: "array" };
  return shows === "any" || shows === "euro-or-word" ? {} : { type: "string" };
}

const SURENESSES = [...CONFIDENCES, "own", "projection"];

function answerSchema(id: FunctionId, definition: Definition): Tool["outputSchema"] {
  return {
    type: "object",
    required: ["function", "value", "unit", "confidence", "sources", "way", "codeVersion", "dataVersion"],
    properties: {
      function: { const: id },
      value: valueSchema(definition),
      unit: { type: ["string", "object", "null"] },
      confidence: { enum: [...SURENESSES, null] },
      sources: {
        type: "array",
        items: { type: "object", required: ["law", "article", "link", "from", "to", "confidence"] },
      },
      way: { type: "array", items: { type: "object", required: ["text", "article", "figures", "steps"] } },
      codeVersion: { type: "string" },
      dataVersion: { type: "string" },
    },
  };
}

interface Source {
  readonly law: string;
  readonly article: string;
  readonly link: string;
  readonly from: string;
  readonly to: string | null;
  readonly confidence: string;
}

/** Where figures stand, each text once. */
function sourcesOf(figures: readonly Figure[]): Source[] {
  const found = new Map<string, Source>();
  for (const { source, from, to, confidence } of figures) {
    const article = articleName(source.article);
    const one = { law: source.title, article, link: source.link, from, to, confidence };
    found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
}

/** A refusal that no rule makes: what was handed over is no call of the function. */
const wrong = (key: Refusal["key"], message: string): Refusal => ({ code: "#VALUE!", key, message });

/** The language of a call, else that of the server. */
export async function spokenIn(given: unknown, { speech, speechOf }: Served): Promise<Speech | Refusal> {
  if (given === undefined || given === null) return speech;
  if (typeof given === "string" && isLanguage(given)) return speechOf(given);
  return within({ figures: undefined, language: speech.language, parameterYear: null }, () =>
    wrong("unknown-word", t("program:error/language", { given: shortText(given), languages: LANGUAGES.join(", ") })),
  );
}

/** Asks a function; a refusal is an answer that says so. */
export async function called(
  id: FunctionId,
  given: Readonly<Record<string, unknown>>,
  served: Served,
): Promise<CallToolResult> {
  const { [LANGUAGE]: language, ...handed } = given;
  const speech = await spokenIn(language, served);
  if (isRefusal(speech)) return refused(id, speech, served.speech);
  const { figures, parameterYear } = served;
  const definition: Definition = DEFINITIONS[id];
  const context = {
    figures: isRefusal(figures) ? undefined : figures,
    language: speech.language,
    parameterYear: parameterYear ?? null,
  };
  return within(context, () => {
    const problem = problemOf(definition, handed);
    if (problem !== undefined) return refused(id, problem, speech);
    const cells = Object.keys(definition.takes).map((name) => (Object.hasOwn(handed, name) ? handed[name] : undefined));
    const result: Result<unknown> = asked(definition, cells, { figures, parameterYear, language: speech.language });
    return isRefusal(result) ? refused(id, result, speech) : answered(id, definition, result, speech);
  });
}

const LONGEST = 60;
const shortText = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
};

/** Why what was handed over cannot be put into the cells of a call. */
function problemOf({ takes }: Definition, given: Readonly<Record<string, unknown>>): Refusal | undefined {
  let count = 0;
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(takes, name)) {
      const facts = { name: shortText(name), names: [...Object.keys(takes), LANGUAGE].join(", ") };
      return wrong("unknown-word", t("program:files/error/map-argument", facts));
    }
    const rows = takes[name]!.matrix && Array.isArray(value) ? (value as unknown[]) : [value];
    for (const row of rows) {
      const cells = takes[name]!.matrix && Array.isArray(row) ? (row as unknown[]) : [row];
      count += cells.length;
      if (count > MOST_CELLS) return wrong("too-many-cells", t("program:mcp/too-many", { most: counted(MOST_CELLS) }));
      if (!cells.every(isCell))
        return wrong("not-a-single-value", t(`program:mcp/${takes[name]!.matrix ? "range" : "cell"}`, { name }));
    }
  }
  return undefined;
}

const isCell = (value: unknown): boolean => value === null || ["number", "string", "boolean"].includes(typeof value);

const VERSIONS = { codeVersion: version, dataVersion };

const refused = (id: FunctionId, refusal: Refusal, { codes }: Speech): CallToolResult => ({
  isError: true,
  content: [{ type: "text", text: refusalText(refusal, codes) }],
  structuredContent: { function: id, refusal, ...VERSIONS },
});

function answered(id: FunctionId, definition: Definition, answer: Answer<unknown>, { codes }: Speech): CallToolResult {
  const { value, confidence } = answer;
  const { way, figures } = told(answer, MOST_WAYS);
  const more = isOfRows(definition) && Array.isArray(value) && value.length > MOST_WAYS;
  const parts = [
    resultText(definition, { value, way }, codes),
    confidenceText(answer),
    wayText(way),
    more ? t("program:mcp/more", { most: counted(MOST_WAYS) }) : "",
  ];
  return {
    content: [{ type: "text", text: parts.filter((part) => part !== "").join("\n") }],
    structuredContent: {
      function: id,
      value,
      unit: unitOf(definition, way),
      confidence: confidence ?? null,
      sources: sourcesOf(figures),
      way,
      ...VERSIONS,
    },
  };
}

/** Whether a range is calculated row by row. */
const isOfRows = ({ shows, takes }: Definition): boolean => shows === "cells" || "categories" in takes;
