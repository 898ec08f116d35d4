import type { CallToolResult, Tool } from "@modelcontextprotocol/server";
import { t } from "../../../../src/i18n";
import { dataVersion } from "../../../../src/parameters";
import { within } from "../../../core/src/context";
import { isRefusal } from "../../../core/src/refusal";
import { allText, FIGURES, figuresNamed } from "../figures-command";
import { refusalText } from "../written";
import { LANGUAGE, languageSchema, READS, type Served, spokenIn } from "./tools";

/** More of them help nobody: whoever wants all reads the list. */
const MOST_FOUND = 50;

/** Who wants the name of a figure for INASTI.PARAMETER finds it by its words. */
export const figuresTool = (): Tool => ({
  name: FIGURES,
  title: FIGURES,
  description: t("program:figures/summary"),
  inputSchema: {
    type: "object",
    properties: { words: { type: "string", description: t("program:figures/words") }, [LANGUAGE]: languageSchema() },
    required: ["words"],
    additionalProperties: false,
  },
  annotations: READS,
});

const failed = (text: string): CallToolResult => ({ isError: true, content: [{ type: "text", text }] });

export async function figuresFound(
  { words, [LANGUAGE]: language }: Readonly<Record<string, unknown>>,
  served: Served,
): Promise<CallToolResult> {
  const speech = await spokenIn(language, served);
  if (isRefusal(speech)) return failed(refusalText(speech, served.speech.codes));
  const figures = isRefusal(served.figures) ? undefined : served.figures;
  return within({ figures, language: speech.language, parameterYear: null }, () => {
    if (typeof words !== "string") return failed(t("program:mcp/cell", { name: "words" }));
    const found = figuresNamed(words.split(/\s+/)).slice(0, MOST_FOUND);
    if (found.length === 0) return failed(t("pane:figures/search/none"));
    return {
      content: [{ type: "text", text: found.map(allText).join("\n") }],
      structuredContent: { figures: found, dataVersion },
    };
  });
}
