// @ts-check
import { spawn, spawnSync } from "node:child_process";
import { createReadStream, mkdirSync, openSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { loaded } from "../../../tools/typescript.mjs";
import { badRows, differences, isSample, proveBad, proveEdges, rows, rulesOf, SPOKEN, told } from "./rows.mjs";

const RATES = [0.0305, 0.031, 0.0325, 0.035, 0.0375, 0.039, 0.0395, 0.0405, 0.041, 0.0425];
const MILLION = 1_000_000;
const YEARS = 12;

/** @type {typeof import("../../../src/sql/index.js")} */
const { DIALECTS } = loaded("src/sql/index.ts");
const quotedInSpark = /** @type {(text: string) => string} */ (DIALECTS.spark.quoted);

/** @typedef {import("../../sql/rows.js").Member["category"]} Category */
const CATEGORIES = /** @type {Category[]} */ (rows.law.category.rows.flat());

/** A member of the portfolio in a year, as spark.py makes it. @param {number} n @param {number} y */
const portfolio = (n, y) => ({
  category: /** @type {Category} */ (CATEGORIES[n % CATEGORIES.length]),
  year: 2015 + y,
  quarter: 4,
  income: (((n * 2_654_435 + y * 40_503) % 4_294_967_296) % 16_000_000) - 500_000,
});

/**
 * What each rate brings in of each year, by the rules: year, place, members, refused, cents; for each number of members.
 *
 * @param {readonly number[]} sizes from the smallest to the largest
 * @returns {Map<number, string[]>}
 */
function expected(sizes) {
  const { quarterly } = rulesOf();
  const units = RATES.map((rate) => Math.round(rate * MILLION));
  const sums = Array.from({ length: YEARS }, () => ({ members: 0, refused: 0, fees: new Float64Array(units.length) }));
  let n = 0;
  return new Map(
    sizes.map((members) => {
      for (; n < members; n++)
        for (const [y, sum] of sums.entries()) {
          const owed = quarterly(portfolio(n, y));
          if (owed === null) {
            sum.refused++;
            continue;
          }
          sum.members++;
          for (const [place, unit] of units.entries())
            sum.fees[place] =
              /** @type {number} */ (sum.fees[place]) + Math.floor((owed * unit + MILLION / 2) / MILLION);
        }
      return [
        members,
        sums.flatMap(({ members: present, refused, fees }, y) =>
          units.map((_, place) => String([2015 + y, place + 1, present, refused, fees[place]])),
        ),
      ];
    }),
  );
}

/**
 * The fee scenario of a portfolio over twelve years and ten rates, on two workers; one of them is killed in the middle of a second run.
 *
 * @param {{ python: string, folder: string, law: string, sizes: readonly number[] }} given
 */
export async function spark({ python, folder, law, sizes }) {
  if (spawnSync("java", ["-version"]).error) throw new Error("Java is not installed");
  const home = path.join(folder, "spark");
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  writeFileSync(path.join(home, "rates.json"), JSON.stringify(RATES));
  writeFileSync(path.join(home, "categories.json"), JSON.stringify(CATEGORIES));
  const edges = rows
    .edges()
    .map(({ category, year, quarter, income }, n) => `${n},${category},${year},${quarter},${income}\n`);
  writeFileSync(path.join(home, "edges.csv"), `member,category,year,quarter,cents\n${edges.join("")}`);
  writeFileSync(path.join(home, "bad.json"), JSON.stringify(badRows(quotedInSpark)));
  writeFileSync(path.join(home, "spoken.json"), JSON.stringify(SPOKEN));
  // Before the clock runs: the workers have the machine for themselves.
  const known = expected(sizes);
  const log = openSync(path.join(home, "driver.log"), "w");
  const child = spawn(python, [path.join(import.meta.dirname, "spark.py"), home, law, sizes.join(",")], {
    stdio: ["ignore", "pipe", log],
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let different = 0;
  let last = "";
  let killed = "";
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith("{")) continue;
    const said = JSON.parse(line);
    last = Object.keys(said)[0] ?? "";
    if (said.version) console.log(`spark ${said.version}: two workers in processes of their own`);
    if (said.edges) different += proveEdges("spark", said.edges);
    if (said.bad) different += proveBad("spark", said.language, said.bad);
    if (said.killed) console.log(`spark: a worker killed ${(killed = said.killed)}`);
    if (said.sums) {
      const members = said.members ?? said.again;
      const of = `${members.toLocaleString("en")} members × ${YEARS} years × ${RATES.length} rates`;
      const perFee = ((said.busy / members / YEARS / RATES.length) * 1e9).toFixed(0);
      // Of the workers that are left: what a killed one has used is gone with it.
      const processor = said.again ? "" : `, ${said.busy} s of processor, ${perFee} ns of it a fee`;
      console.log(`spark: ${of}${said.again ? ", a worker killed" : ""}: ${said.seconds} s${processor}`);
      const sums = said.sums.map(String);
      different += told(`spark, sums of ${of}`, sums.length, differences(sums, known.get(members) ?? []));
    }
    if (said.shuffles) different += proveShuffles(said.shuffles);
    if (said.sample) different += await proveSample(said.sample, sizes.at(-1) ?? 0);
  }
  if ((await ended) !== 0 || last !== "again")
    throw new Error(`Spark ended after “${last}”: see ${path.relative(process.cwd(), home)}`);
  return different + told("spark, a worker killed in the middle", 1, killed === "" ? 1 : 0);
}

/** Nothing is moved but what was summed before. @param {readonly [string, string, string][]} shuffles from the top of the plan down */
function proveShuffles(shuffles) {
  console.log(
    `spark: ${shuffles.length} shuffles: ${shuffles.map(([, below]) => `of what comes from ${below.trim()}`).join("; ")}`,
  );
  const lowest = shuffles.at(-1);
  return told("spark, the lowest shuffle is one of partial sums", 1, lowest?.[2].includes("partial_sum") ? 0 : 1);
}

/** @param {string} folder @param {number} members */
async function proveSample(folder, members) {
  const { quarterly } = rulesOf();
  /** @type {Set<string>} */
  const found = new Set();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".csv")))
    for await (const line of createInterface({ input: createReadStream(path.join(folder, file)) })) found.add(line);
  let compared = 0;
  let different = 0;
  for (let n = 0; n < members; n++) {
    if (!isSample(n)) continue;
    for (let y = 0; y < YEARS; y++) {
      const owed = quarterly(portfolio(n, y));
      const fee = owed === null ? "" : Math.floor((owed * 30_500 + MILLION / 2) / MILLION);
      compared++;
      if (!found.has(`${n},${2015 + y},${owed ?? ""},${fee}`)) different++;
    }
  }
  return told("spark, one member in a hundred", compared, different + Math.abs(found.size - compared));
}
