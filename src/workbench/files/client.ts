import { FileRefused } from "../../package";
import type { Answer, Request, TaskName, Tasks } from "./worker";

/** A worker as this needs it; so is one end of a channel. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
}

/** Has a worker read and write files, so that the page goes on meanwhile. */
export class Files {
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private count = 0;

  constructor(private readonly worker: Port) {
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

  /** Bytes among `transfer` are handed over, and are empty afterwards. */
  ask<Name extends TaskName>(
    task: Name,
    given: Tasks[Name]["given"],
    transfer: Transferable[] = [],
  ): Promise<Tasks[Name]["answer"]> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) => {
        if ("result" in answer) resolve(answer.result as Tasks[Name]["answer"]);
        else if ("refused" in answer) reject(new FileRefused(answer.refused.key, answer.refused.facts));
        else reject(new Error(answer.error));
      });
      this.worker.postMessage({ id, task, given } satisfies Request, transfer);
    });
  }
}
