import {
  asyncBufferFromFile,
  type AsyncBuffer,
  parquetMetadataAsync,
  parquetRead,
  type FileMetaData,
  parquetSchema,
  type SchemaElement,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { isoDay } from "../../../../src/rules/calendar";
import { problem } from "./problem";
import { type Batch, BATCH, type Cell, type ColumnKind, DayCell, type Row, type Source } from "./table";

export async function parquetSource(file: string): Promise<Source> {
  const buffer = await asyncBufferFromFile(file);
  if (buffer.byteLength === 0) throw problem("empty", { file });
  const metadata = await parquetMetadataAsync(buffer).catch(() => {
    throw problem("parquet", { file });
  });
  const columns = parquetSchema(metadata).children.map(({ element }) => element);
  if (columns.length === 0) throw problem("empty", { file });
  return {
    headings: columns.map(({ name }) => name),
    kinds: columns.map(kindOf),
    batches: batchesOf(
      file,
      buffer,
      metadata,
      columns.map(({ name }) => name),
    ),
  };
}

function kindOf({ type, converted_type: converted, logical_type: logical, scale }: SchemaElement): ColumnKind {
  if (type === "BOOLEAN") return "truth";
  if (converted === "DECIMAL") return scale === 2 ? "euro" : "number";
  if (converted === "DATE" || logical?.type === "DATE") return "day";
  if (converted?.startsWith("TIME") || logical?.type.startsWith("TIME") || type === "INT96") return "given";
  if (type === "INT32" || type === "INT64") return "whole";
  return type === "FLOAT" || type === "DOUBLE" ? "number" : "given";
}

/** A row group at a time, by columns: what is read together stands together. */
async function* batchesOf(
  file: string,
  buffer: AsyncBuffer,
  metadata: FileMetaData,
  names: readonly string[],
): AsyncGenerator<Batch> {
  const total = Number(metadata.num_rows);
  let start = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    const columns = new Map<string, unknown[]>(names.map((name) => [name, new Array<unknown>(count)]));
    await parquetRead({
      file: buffer,
      metadata,
      compressors,
      rowStart: start,
      rowEnd: start + count,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = columns.get(columnName)!;
        const first = rowStart - start;
        for (let at = 0; at < columnData.length; at++) column[first + at] = columnData[at];
      },
    }).catch(() => {
      throw problem("parquet", { file });
    });
    const all = [...columns.values()];
    for (let from = 0; from < count; from += BATCH) {
      const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at): Row =>
        all.map((column) => cellOf(column[from + at])),
      );
      yield { rows, done: (start + from + rows.length) / total };
    }
    start += count;
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (value instanceof Date) {
    const [day = "", time = ""] = value.toISOString().split("T");
    return time.startsWith("00:00:00.000") ? new DayCell(isoDay(day)!) : value.toISOString();
  }
  if (value instanceof Uint8Array) return new TextDecoder().decode(value);
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "bigint" ? Number(one) : one));
}
