import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** A page that does nothing, with the storage of the others. A browser asks for an icon unless it has one. */
export const QUIET = "/quiet";
const EMPTY = '<!doctype html><title>Statut Social</title><link rel="icon" href="data:,">';

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the files of several directories at one address of localhost, as `npm start` does; the first that has one wins. */
export async function serve(...directories: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    if (pathname === QUIET) {
      response.writeHead(200, { "Content-Type": TYPES[".html"] }).end(EMPTY);
      return;
    }
    const wanted = path.posix.normalize(decodeURIComponent(pathname === "/" ? "/index.html" : pathname));
    const file = directories.map((directory) => path.join(directory, wanted)).find(isFile);
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[path.extname(file)] ?? "application/octet-stream";
    // A build stays as it is while it is tested: whoever comes again needs only the page.
    const caching = type === TYPES[".html"] ? "no-store" : "max-age=3600";
    response.writeHead(200, { "Content-Type": type, "Cache-Control": caching });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile();
