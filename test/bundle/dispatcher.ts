import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { createContext, runInContext } from "node:vm";

const root = path.join(__dirname, "../..");
const RUNTIME = "custom-functions-runtime.debug.js";
const runtimeFile = createRequire(__filename).resolve(`@microsoft/office-js/dist/${RUNTIME}`);

/** Kinds of messages between Excel and its runtime, and of what is in them. */
const REQUEST = 1;
const RESPONSE = 2;
const EVENT = 3;
const CUSTOM_FUNCTIONS = 1;
const INVOCATION = 1000;
/** Flags of a call: errors may stand in a range, and data types among the arguments. */
export const ALLOWS_ERRORS = 4;
export const RICH_DATA = 8;

/** What a cell gets: a value or a range, or an error by its number with its sentence. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly code: number };

/** How the runtime numbers errors; 2 stands for an exception that is none of ours, or for a function that is not there. */
export const CODES = { "#VALUE!": 7, "#N/A": 1, "#NUM!": 6, "#DIV/0!": 5, "#NULL!": 8 } as const;

/** A call as Excel makes it. */
export interface Call {
  readonly id: string;
  readonly cells: readonly unknown[];
  readonly flags?: number;
}

interface Message {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly body: { readonly Actions: readonly Action[] } };
}

interface Action {
  readonly Name: string;
  readonly ArgumentInfo?: {
    readonly Arguments?: readonly [readonly (readonly [number, boolean, unknown, number | undefined])[]];
  };
}

/** Excel's own side of the bridge between it and the runtime. */
interface Bridge {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
}

/** Just enough of a page for the runtime to load. */
function page(bridge: Bridge, search: string): Record<string, unknown> {
  const element = {
    src: `https://localhost/${RUNTIME}`,
    getAttribute: () => null,
    appendChild() {},
    setAttribute() {},
  };
  const silent = () => {};
  const global: Record<string, unknown> = {
    _richApiNativeBridge: bridge,
    document: {
      readyState: "complete",
      addEventListener: silent,
      getElementById: () => null,
      getElementsByTagName: () => [element],
      createElement: () => element,
    },
    location: { search, hash: "", href: "https://localhost/", protocol: "https:" },
    navigator: { userAgent: "" },
    history: {},
    console: { log: silent, info: silent, warn: silent, error: silent },
    // The runtime rests between two messages, and waits ten seconds for parts of Office.js that are not there.
    setTimeout: (call: () => void, rest: number) => (rest < 10_000 ? setTimeout(call, 0) : 0),
    clearTimeout,
  };
  return Object.assign(global, { window: global, self: global });
}

/**
 * The built functions under Microsoft's own runtime, which finds a function by what Excel calls it, hands over the arguments and writes the
 * answer. In place of Excel stands a bridge that keeps what comes over it.
 */
export class Dispatcher {
  private readonly bridge: Bridge = { sendMessageToHost: (text) => this.hear(text) };
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private next = 1;
  /** Characters of the last messages, as far as the answers and arguments fill them. */
  asked = 0;
  answered = 0;

  /** `search` is the question in the address of the page. */
  constructor(platform: "PC" | "OfficeOnline" = "PC", search = "") {
    const context = createContext(page(this.bridge, search));
    runInContext(readFileSync(runtimeFile, "utf8"), context, { filename: RUNTIME });
    const { Office } = context as { Office: { context?: unknown } };
    Office.context = { platform, requirements: { isSetSupported: () => true } };
    runInContext(readFileSync(path.join(root, "dist/functions.js"), "utf8"), context, { filename: "functions.js" });
  }

  /** All of them in one message, as Excel does when it recalculates. */
  async ask(calls: readonly Call[]): Promise<Answer[]> {
    const numbered = calls.map((call) => ({ ...call, number: this.next++ }));
    const answers = numbered.map(({ number }) => new Promise<Answer>((resolve) => this.waiting.set(number, resolve)));
    const entries = numbered.map(({ number, id, cells, flags = 0 }) => [
      CUSTOM_FUNCTIONS,
      INVOCATION,
      "",
      [number, id, cells, "Sheet1!A1", flags],
      number,
    ]);
    const text = JSON.stringify({ type: EVENT, message: { entries } });
    this.asked = text.length;
    this.answered = 0;
    this.bridge.onMessageFromHost!(text);
    return Promise.all(answers);
  }

  async one(id: string, ...cells: readonly unknown[]): Promise<Answer> {
    const [answer] = await this.ask([{ id, cells }]);
    return answer!;
  }

  private hear(text: string): void {
    const { id, type, message } = JSON.parse(text) as Message;
    if (type !== REQUEST) return;
    this.answered += JSON.stringify(message.body).length;
    for (const { Name, ArgumentInfo } of message.body.Actions) {
      if (Name !== "SetInvocationArrayResults") continue;
      for (const [number, ok, value, code] of ArgumentInfo!.Arguments![0]) {
        this.waiting.get(number)?.(ok ? { ok, value } : { ok, message: String(value), code: code! });
        this.waiting.delete(number);
      }
    }
    const response = { id, type: RESPONSE, message: { statusCode: 200, headers: {}, body: '{"Results":[]}' } };
    this.bridge.onMessageFromHost!(JSON.stringify(response));
  }
}
