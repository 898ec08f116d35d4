import type { Book } from "./book";
import type { Opened } from "./reader";
import { FileRefused } from "./refused";
import type { Answer, Request } from "./worker";

/** A worker as this needs it; so is one end of a channel. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
}

/** Reads and writes files in a worker, so that the page goes on meanwhile. */
export class Files {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private count = 0;

  constructor(
    private readonly worker: Port,
    private readonly functions: readonly string[],
  ) {
    // eslint-disable-next-line no-restricted-syntax -- the channel of a worker, on which no other page can speak
    worker.addEventListener("message", ({ data }) => {
      const answer = data as Answer;
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    });
    // A worker that does not load, or has no room left, answers nobody.
    worker.addEventListener("error", ({ message }) => {
      for (const [id, answer] of this.waiting) answer({ id, error: message ?? "" });
      this.waiting.clear();
    });
  }

  /** The bytes are handed over, and are empty afterwards. */
  read(bytes: Uint8Array<ArrayBuffer>): Promise<Opened> {
    return this.ask({ read: bytes }, [bytes.buffer]) as Promise<Opened>;
  }

  write(book: Book): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask({ write: book }, []) as Promise<Uint8Array<ArrayBuffer>>;
  }

  private ask(
    work: { readonly read: Uint8Array } | { readonly write: Book },
    transfer: Transferable[],
  ): Promise<unknown> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if ("result" in answer) resolve(answer.result);
        else if ("refused" in answer) reject(new FileRefused(answer.refused.key, answer.refused.facts));
        else reject(new Error(answer.error));
      });
      this.worker.postMessage({ id, functions: this.functions, ...work } satisfies Request, transfer);
    });
  }
}
