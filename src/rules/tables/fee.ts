import { series } from "../../parameters";
import { civilDate } from "../calendar";
import { FUNDS } from "../funds";
import { type Table, tableOf } from "./table";

/** The management fee of each fund from a year on; that of an earlier year stands for a year without one. */
export function feeTable(): Table {
  const rows = FUNDS.flatMap(({ id }) =>
    series(`funds.fee.${id}`).flatMap(({ from, value, confidence, source }) =>
      value === null ? [] : [[id, civilDate(from).year, value, confidence, source.title]],
    ),
  );
  const columns = { fund: "key", from: "year", rate: "ten-thousandths", confidence: "text", source: "text" } as const;
  return tableOf("fee", columns, ["fund"], rows, "from");
}
