import {
  type ReadResourceResult,
  type Resource,
  ResourceNotFoundError,
  type ResourceTemplateType,
} from "@modelcontextprotocol/server";
import { DEFINITIONS, type Definition, type FunctionId } from "../../../../src/definitions";
import { figureName, isLanguage, t } from "../../../../src/i18n";
import { type DatedValue, parameterIds, series } from "../../../../src/parameters";
import type { Day } from "../../../../src/rules/calendar";
import { awaited } from "../../../../src/rules/figure-upkeep";
import { within } from "../../../core/src/context";
import { isRefusal } from "../../../core/src/refusal";
import { figureOf } from "../../../core/src/way";
import { awaitedFigure, FIGURES, figuresNamed } from "../figures-command";
import { firstSentence, fullName } from "../functions";
import type { Speech } from "../world";
import { type Served, toolName } from "./tools";

/** Of addresses that lead nowhere but into this program. */
const SCHEME = "statut-social:";
const HELP = "help";
const AWAITED = "awaited";
const MARKDOWN = "text/markdown";
const JSON_TYPE = "application/json";

const address = (...parts: readonly string[]): string => `${SCHEME}//${parts.join("/")}`;

interface Shelf extends Served {
  readonly ids: readonly FunctionId[];
  readonly examples: Readonly<Record<string, readonly string[]>>;
  readonly today: Day;
}

/** The help of each function, and each figure of the law with all of its values. */
export function resources({ ids, speech }: Shelf): Resource[] {
  return [
    { uri: address(HELP), name: HELP, title: t("help:title"), mimeType: MARKDOWN },
    { uri: address(FIGURES), name: FIGURES, description: t("program:figures/summary"), mimeType: JSON_TYPE },
    { uri: address(AWAITED), name: AWAITED, description: t("program:figures/awaited"), mimeType: JSON_TYPE },
    ...ids.map((id) => ({
      uri: address(HELP, fullName(id)),
      name: fullName(id),
      title: id,
      description: firstSentence(speech.functions[id]!.description),
      mimeType: MARKDOWN,
    })),
    ...parameterIds().map((id) => ({
      uri: address(FIGURES, id),
      name: id,
      title: figureName(id),
      mimeType: JSON_TYPE,
    })),
  ];
}

export const templates = (): ResourceTemplateType[] => [
  {
    uriTemplate: `${address(HELP, "{function}")}{?language}`,
    name: "help-of-function",
    title: t("help:title"),
    mimeType: MARKDOWN,
  },
  {
    uriTemplate: `${address(FIGURES, "{id}")}{?language}`,
    name: "figure",
    description: t("program:mcp/figure"),
    mimeType: JSON_TYPE,
  },
];

/** Reads an address; what stands nowhere is an error of the protocol. */
export async function readAt(uri: string, shelf: Shelf): Promise<ReadResourceResult> {
  const asked = parsed(uri);
  const code = asked?.searchParams.get("language") ?? shelf.speech.language.code;
  if (asked === undefined || !isLanguage(code)) throw new ResourceNotFoundError(uri);
  const speech = await shelf.speechOf(code);
  const figures = isRefusal(shelf.figures) ? undefined : shelf.figures;
  const read = within({ figures, language: speech.language, parameterYear: null }, () =>
    textAt([asked.hostname, ...asked.pathname.split("/").filter(Boolean)], speech, shelf),
  );
  if (read === undefined) throw new ResourceNotFoundError(uri);
  return { contents: [{ uri, ...read }] };
}

function parsed(uri: string): URL | undefined {
  try {
    const url = new URL(uri);
    return url.protocol === SCHEME ? url : undefined;
  } catch {
    return undefined;
  }
}

interface Text {
  readonly mimeType: string;
  readonly text: string;
}

const json = (value: unknown): Text => ({ mimeType: JSON_TYPE, text: JSON.stringify(value, null, 2) });
const markdown = (text: string): Text => ({ mimeType: MARKDOWN, text });

function textAt([kind, name, ...others]: readonly string[], speech: Speech, shelf: Shelf): Text | undefined {
  if (others.length > 0) return undefined;
  if (name === undefined) {
    if (kind === HELP) return markdown(indexText(speech, shelf.ids));
    if (kind === FIGURES) return json(figuresNamed([]));
    return kind === AWAITED ? json(awaited(shelf.today).map(awaitedFigure)) : undefined;
  }
  if (kind === HELP) {
    const id = shelf.ids.find((one) => fullName(one) === name.toLowerCase());
    return id && markdown(helpText(id, speech, shelf.examples[id] ?? []));
  }
  const figure = kind === FIGURES ? parameterIds().find((one) => one === name) : undefined;
  return figure && json(seriesOf(figure));
}

const seriesOf = (id: DatedValue["id"]) => series(id).map(figureOf);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", `## ${title}`, "", ...lines];

/** The help of a function as its page has it. */
function helpText(id: FunctionId, { functions, words }: Speech, examples: readonly string[]): string {
  const { takes }: Definition = DEFINITIONS[id];
  const texts = functions[id]!;
  const given = Object.entries(takes).flatMap(([name, { optional, enumeration }]) => {
    const { name: called, description } = texts.parameters[name]!;
    const other = called === name ? "" : ` (${called})`;
    const left = optional ? ` – ${t("help:optional")}` : "";
    const meanings = Object.entries((enumeration === undefined ? undefined : words[enumeration]) ?? {});
    return [
      `- \`${name}\`${other}${left}: ${description}`,
      ...meanings.map(([word, meaning]) => `  - \`${word}\`: ${meaning}`),
    ];
  });
  return [
    `# ${id}`,
    "",
    texts.description,
    ...section(t("help:arguments"), given),
    ...section(t("help:result"), [texts.returns]),
    ...section(t("help:errors"), [texts.throws]),
    ...section(t("help:law"), [texts.law]),
    ...section(
      t("help:examples"),
      examples.map((example) => `    statut-social ${example}`),
    ),
    "",
  ].join("\n");
}

/** All functions, as tools, and what must be known of their answers. */
function indexText({ functions }: Speech, ids: readonly FunctionId[]): string {
  const lines = ids.map((id) => `- \`${toolName(id)}\`: ${firstSentence(functions[id]!.description)}`);
  return [`# ${t("help:title")}`, "", t("program:mcp/instructions"), "", ...lines, ""].join("\n");
}
