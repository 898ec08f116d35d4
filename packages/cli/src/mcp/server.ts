import { ProtocolError, ProtocolErrorCode, Server } from "@modelcontextprotocol/server";
import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { FunctionId } from "../../../../src/definitions";
import { version } from "../../../../src/definitions/generated/version";
import { type Language, t } from "../../../../src/i18n";
import { dataVersion } from "../../../../src/parameters";
import { within } from "../../../core/src/context";
import { isRefusal } from "../../../core/src/refusal";
import { FIGURES } from "../figures-command";
import type { World } from "../world";
import { figuresFound, figuresTool } from "./figures";
import { readAt, resources, templates } from "./resources";
import { called, type Served, toolName, toolOf } from "./tools";

interface Asked extends Omit<Served, "speechOf"> {
  readonly ids: readonly FunctionId[];
  readonly world: World;
}

/** Input and output of this process, until one of them ends. */
class Channel extends StdioServerTransport {
  constructor(private readonly ended: () => void) {
    super();
  }

  override async close(): Promise<void> {
    await super.close();
    this.ended();
  }
}

/** Answers the requests of another program on the input, until it ends. */
export async function serve(asked: Asked): Promise<void> {
  const { world } = asked;
  await new Promise<void>((ended) => {
    const transport = new Channel(ended);
    // A message that cannot be read has nobody who could be answered.
    serveStdio(() => serverOf(asked), { transport, onerror: () => world.err(`${t("program:mcp/unread")}\n`) });
  });
}

function serverOf({ ids, world, ...asked }: Asked): Server {
  const served: Served = { ...asked, speechOf: (code) => world.speech(code as Language) };
  const { speech } = served;
  const shelf = { ...served, ids, examples: world.examples, today: world.today };
  const figures = isRefusal(served.figures) ? undefined : served.figures;
  // Lists are told in the language of the server.
  const inLanguage = <T>(ask: () => T): T => within({ figures, language: speech.language, parameterYear: null }, ask);
  const byName = new Map(ids.map((id) => [toolName(id), id]));
  const about = { name: "statut-social", title: "Statut Social", version: `${version} (${dataVersion})` };
  const server = new Server(about, {
    capabilities: { tools: {}, resources: {} },
    instructions: inLanguage(() => t("program:mcp/instructions")),
  });
  server.setRequestHandler("tools/list", () =>
    inLanguage(() => ({ tools: [...ids.map((id) => toolOf(id, speech)), figuresTool()] })),
  );
  server.setRequestHandler("tools/call", async ({ params: { name, arguments: given = {} } }) => {
    if (name === FIGURES) return figuresFound(given, served);
    const id = byName.get(name);
    if (id === undefined) {
      const message = inLanguage(() => t("program:error/unknown", { name, meant: "" }).trim());
      throw new ProtocolError(ProtocolErrorCode.InvalidParams, message);
    }
    return called(id, given, served);
  });
  server.setRequestHandler("resources/list", () => inLanguage(() => ({ resources: resources(shelf) })));
  server.setRequestHandler("resources/templates/list", () => inLanguage(() => ({ resourceTemplates: templates() })));
  server.setRequestHandler("resources/read", ({ params: { uri } }) => readAt(uri, shelf));
  return server;
}
