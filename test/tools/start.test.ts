import { spawnSync } from "node:child_process";
import { createServer, type Server } from "node:net";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { root } from "./tool";

/** What goes wrong before anything is built ends with a sentence; what goes right is in test/browser/start.test.ts. */
const start = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(root, "tools/start.mjs"), ...args], {
    encoding: "utf8",
  });
  return { status, says: stderr.trim() };
};

describe("a busy port", () => {
  let other: Server;
  let port: number;

  beforeAll(async () => {
    other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "localhost", resolve));
    ({ port } = other.address() as AddressInfo);
  });

  afterAll(() => new Promise((resolve) => other.close(resolve)));

  test("npm start: is named, with another to ask for", () => {
    expect(start("--no-open", "--port", String(port))).toEqual({
      status: 1,
      says: `Port ${port} is in use by another program. Stop that program, or ask for another port: npm start -- --port ${port + 1}`,
    });
  });

  test("npm run start:excel: is named, before a certificate is asked for", () => {
    const { status, says } = start("--excel", "--port", String(port));
    expect(status).toBe(1);
    expect(says).toMatch(
      new RegExp(`^Port ${port} is in use by another program\\. .*npm run start:excel -- --port \\d+$`),
    );
  });
});

test.each([
  [["--port", "eighty"], "--port takes a number, not eighty."],
  [["--port", "99999"], "--port takes 1 to 65535, not 99999."],
  [["--port", "0"], "--port takes 1 to 65535, not 0."],
  [["--dev"], "A copy for trying is one for Excel: npm run start:excel -- --dev"],
])("%j: %s", (args, says) => {
  expect(start(...args)).toEqual({ status: 1, says });
});
