import { parameterIds, series } from "../../parameters";
import { statedFigure } from "../data";
import { inForce } from "../figures";
import { ownAmount } from "../indexation";
import { attempt, Refusal } from "../refusal";
import { type Table, tableOf, type Value } from "./table";

/** Every figure from the day on which it holds: value / scale in its unit, or a word; a refusal where none is held. */
export function figureTable(): Table {
  const rows = parameterIds().flatMap((id) => {
    const values = series(id);
    const days = new Set(values.flatMap(({ from, to }) => (to === null ? [from] : [from, to + 1])));
    return [...days]
      .sort((a, b) => a - b)
      .map((from): Value[] => {
        const stated = attempt(() => statedFigure(id, from).value);
        const { unit } = values[0]!;
        if (stated instanceof Refusal) return [id, from, stated, stated, null, unit, "", "", "", null];
        const { decimals, value, to, source, confidence } = ownAmount(id, from) ?? inForce(id, from);
        const held = typeof stated === "string" ? [stated, 1] : [value, 10 ** decimals];
        return [id, from, ...held, to, unit, source.title, source.article, source.link, confidence];
      });
  });
  return tableOf(
    "figure",
    {
      parameter: "key",
      from: "day",
      value: "number",
      scale: "number",
      to: "day",
      unit: "text",
      source: "text",
      article: "text",
      link: "text",
      confidence: "text",
    },
    ["parameter"],
    rows,
    "from",
  );
}
