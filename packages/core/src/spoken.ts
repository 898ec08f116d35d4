import type { Texts } from "../../../src/i18n";

/** The files of a language that a program speaks with. */
interface Files {
  readonly messages: Texts;
  readonly explain: Texts;
  readonly notes?: Texts;
  readonly figures?: Texts;
}

/** The texts by their part. A program has no pane where figures could be entered. */
export function spoken({ messages, explain, notes, figures }: Files): Readonly<Record<string, Texts>> {
  const wayOut = messages["way-out"] as Texts;
  return {
    messages: { ...messages, "way-out": { ...wayOut, pane: "$t(way-out/list)" } },
    pane: { explain },
    ...(notes && { notes }),
    ...(figures && { figures }),
  };
}
