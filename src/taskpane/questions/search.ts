import { reader, t, typedWords } from "../../i18n";
import { plain } from "../kit/plain";
import { fieldsOf } from "./fields";
import type { Lead, Question } from "./question";
import { GROUPS } from "./questions";
import { wordText } from "./words";

/** What one may choose in the list, with the group that it stands in. */
export interface Entry {
  readonly key: string;
  readonly group: string;
  readonly question?: Question;
  readonly lead?: Lead;
}

export const ENTRIES: readonly Entry[] = GROUPS.flatMap(({ key: group, questions, leads = [] }) => [
  ...questions.map((question): Entry => ({ key: question.key, group, question })),
  ...leads.map((lead): Entry => ({ key: lead.key, group, lead })),
]);

export const nameOf = ({ key }: Entry): string => t(`pane:questions/question/${key}`);

/** What is said of an entry, with how much it tells: its name most, the words of its fields least. */
type Said = readonly (readonly [weight: number, words: readonly string[]])[];

const wordsIn = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A function by its parts, and by its name in one: INASTI.QUARTERLY, inasti_quarterly, QUARTERLY. */
const functionWords = (id: string): string[] => [...wordsIn(id), plain(id).replace(/[^a-z]/g, "")];

/** What people type for it beside its name. */
function typedFor(key: string): string {
  const name = `pane:search/${key}`;
  const text = t(name);
  return text === name ? "" : text;
}

function saidOf(entry: Entry): Said {
  const { key, group, question, lead } = entry;
  const ids = question ? [question.id] : (lead?.ids ?? []);
  const fields = question ? fieldsOf(question) : [];
  const ofFields = fields.flatMap(({ kind, list, of, words }) =>
    kind !== "word" ? [] : words.flatMap((word) => [wordText(list, word), ...(of ? typedWords(of, word) : [])]),
  );
  return [
    [8, wordsIn(nameOf(entry))],
    [6, [...wordsIn(typedFor(key)), ...ids.flatMap(functionWords)]],
    [3, wordsIn(t(`pane:questions/group/${group}`))],
    [1, ofFields.flatMap(wordsIn)],
  ];
}

const known = new Map<string, ReadonlyMap<Entry, Said>>();

function said(): ReadonlyMap<Entry, Said> {
  const { language } = reader;
  const before = known.get(language);
  if (before) return before;
  const all = new Map(ENTRIES.map((entry) => [entry, saidOf(entry)]));
  known.set(language, all);
  return all;
}

/** Shorter ones, such as articles, say nothing. */
const SHORTEST = 3;
/** What a word and its forms have in common: as many letters, and at most so many others behind them. */
const STEM = 4;
const ENDING = 2;

function isForm(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true;
  const common = [...typed].findIndex((letter, at) => word[at] !== letter);
  return common >= Math.max(STEM, typed.length - ENDING) && word.length - common <= ENDING + 1;
}

const weightOf = (typed: string, all: Said): number =>
  all.find(([, words]) => words.some((word) => isForm(typed, word)))?.[0] ?? 0;

/** The entries that have most of what somebody typed, the nearest first; all of them while nothing is typed. */
export function found(text: string): readonly Entry[] {
  const words = wordsIn(text);
  const long = words.filter((word) => word.length >= SHORTEST);
  const typed = long.length > 0 ? long : words;
  if (typed.length === 0) return ENTRIES;
  const rated = [...said()].map(([entry, all]) => {
    const weights = typed.map((word) => weightOf(word, all)).filter((weight) => weight > 0);
    return { entry, count: weights.length, weight: weights.reduce((sum, weight) => sum + weight, 0) };
  });
  const most = Math.max(...rated.map(({ count }) => count));
  if (most === 0) return [];
  return rated
    .filter(({ count }) => count === most)
    .sort((a, b) => b.weight - a.weight)
    .map(({ entry }) => entry);
}
