// @ts-check
/** `npm run self-test`: has the built workbench test itself and writes what it reports to docs/self-test.md. The tests hold the file to it. */
import { npm } from "./process.mjs";

const { code } = await npm(["run", "--silent", "jest", "--", "test/browser/self-test.test.ts"], {
  env: { ...process.env, STATUT_WRITE_REPORT: "yes" },
});
process.exitCode = code;
