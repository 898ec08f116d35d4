import { mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "./problem";

/** Files and folders that are being written. Whoever ends the program takes them away. */
const unfinished = new Set<string>();

export const unfinishedFiles = (): readonly string[] => [...unfinished];

/** Writes beside a file, and puts it in its place once it is whole: whatever goes wrong, no half of it is left. */
export const inPlaceOf = <T>(file: string, write: (beside: string) => Promise<T>): Promise<T> =>
  putInPlace(file, write, rename);

/** The same for a folder, the one that stood there being taken away. */
export const folderInPlaceOf = <T>(folder: string, write: (beside: string) => Promise<T>): Promise<T> =>
  putInPlace(
    path.resolve(folder),
    async (beside) => {
      await mkdir(path.dirname(beside), { recursive: true });
      return write(beside);
    },
    async (beside, place) => {
      const before = besides(place, "before");
      const stood = await rename(place, before).then(() => true, isMissing);
      await rename(beside, place).catch(async (error: unknown) => {
        if (stood) await rename(before, place);
        throw error;
      });
      await rm(before, { recursive: true, force: true });
    },
  );

const besides = (place: string, ending: string): string =>
  path.join(path.dirname(place), `.${path.basename(place)}.${process.pid}.${ending}`);

function isMissing(error: unknown): false {
  if ((error as { readonly code?: string }).code !== "ENOENT") throw error;
  return false;
}

async function putInPlace<T>(
  place: string,
  write: (beside: string) => Promise<T>,
  move: (beside: string, place: string) => Promise<void>,
): Promise<T> {
  const beside = besides(place, "part");
  unfinished.add(beside);
  try {
    const answer = await write(beside);
    await move(beside, place);
    return answer;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw fileProblem(error, place);
  } finally {
    unfinished.delete(beside);
  }
}
