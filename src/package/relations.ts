import type { Parts } from "./zip";
import { childrenOf, treeOf } from "./xml";

export interface Relation {
  readonly id: string;
  /** The last word of its type: both editions of the standard have the same ones. */
  readonly type: string;
  /** The part, from the root; where it is outside, what the file says. */
  readonly target: string;
  readonly outside: boolean;
}

/** Where a part points to. */
export function relationsOf(parts: Pick<Parts, "has" | "text">, part: string): Relation[] {
  const slash = part.lastIndexOf("/");
  const [folder, name] = [part.slice(0, slash + 1), part.slice(slash + 1)];
  const file = `${folder}_rels/${name}.rels`;
  if (!parts.has(file)) return [];
  return childrenOf(treeOf(parts.text(file), file), "Relationship").map(({ attributes }) => {
    const outside = attributes.get("TargetMode") === "External";
    const target = attributes.get("Target") ?? "";
    return {
      id: attributes.get("Id") ?? "",
      type: (attributes.get("Type") ?? "").split("/").at(-1)!,
      target: outside ? target : resolved(folder, target),
      outside,
    };
  });
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const way: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") way.pop();
    else if (step !== "." && step !== "") way.push(step);
  }
  return way.join("/");
}
