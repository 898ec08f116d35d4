import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "./problem";

/** Files that are being written. Whoever ends the program takes them away. */
const unfinished = new Set<string>();

export const unfinishedFiles = (): readonly string[] => [...unfinished];

/** Writes beside a file, and puts it in its place once it is whole: whatever goes wrong, no half of it is left. */
export async function inPlaceOf<T>(file: string, write: (beside: string) => Promise<T>): Promise<T> {
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  unfinished.add(beside);
  try {
    const answer = await write(beside);
    await rename(beside, file);
    return answer;
  } catch (error) {
    await rm(beside, { force: true });
    throw fileProblem(error, file);
  } finally {
    unfinished.delete(beside);
  }
}
