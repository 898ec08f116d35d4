import type { Book } from "./book";
import { type Opened, read } from "./reader";
import { type Facts, FileRefused, type RefusalKey } from "./refused";
import { write } from "./writer";

export type Request = { readonly id: number; readonly functions: readonly string[] } & (
  { readonly read: Uint8Array } | { readonly write: Book }
);

export type Answer = { readonly id: number } & (
  | { readonly result: Opened | Uint8Array }
  | { readonly refused: { readonly key: RefusalKey; readonly facts: Facts } }
  | { readonly error: string }
);

export interface Scope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

/** Answers what the other end of a channel asks. */
export function serve(scope: Scope): void {
  // eslint-disable-next-line no-restricted-syntax -- the channel of a worker, on which no other page can speak
  scope.addEventListener("message", ({ data }) => {
    const answer = answerTo(data as Request);
    const bytes =
      "result" in answer && answer.result instanceof Uint8Array ? [answer.result.buffer as ArrayBuffer] : [];
    scope.postMessage(answer, bytes);
  });
}

function answerTo(request: Request): Answer {
  const { id, functions } = request;
  try {
    return { id, result: "read" in request ? read(request.read, functions) : write(request.write, functions) };
  } catch (error) {
    if (error instanceof FileRefused) return { id, refused: { key: error.key, facts: error.facts } };
    return { id, error: String(error) };
  }
}

// In a worker there is no page.
if (typeof document === "undefined" && typeof self !== "undefined" && "importScripts" in self)
  serve(self as unknown as Scope);
