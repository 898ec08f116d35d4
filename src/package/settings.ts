import type { Book, Setting } from "./book";
import { childOf, childrenOf, type Element, escaped } from "./xml";

/**
 * Excel keeps `Office.context.document.settings` in a part for each add-in, each value as JSON; it hands them to the add-in that has the
 * id of the reference. The id and version are those of the manifest.
 */
export const ADD_IN = { id: "7a7f2ffc-1f71-40b8-93e6-a93ace5cf0f7", version: "0.1.0.0" } as const;

/** Of a name or a value: more is not ours. */
const LONGEST = 1_000_000;
const MOST = 100;

const isOurs = (reference: Element | undefined): boolean =>
  reference?.attributes.get("id")?.replace(/[{}]/g, "").toLowerCase() === ADD_IN.id;

/** What a part keeps for our add-in; null for the part of another. */
export function readSettings(extension: Element): NonNullable<Book["settings"]> | null {
  const references = [
    childOf(extension, "reference"),
    ...childrenOf(childOf(extension, "alternateReferences"), "reference"),
  ];
  if (!references.some(isOurs)) return null;
  return childrenOf(childOf(extension, "properties"), "property")
    .slice(0, MOST)
    .flatMap(({ attributes }) => {
      const value = valueOf(attributes.get("value") ?? "");
      return value === undefined ? [] : [[attributes.get("name") ?? "", value] as const];
    });
}

function valueOf(json: string): Setting | undefined {
  if (json.length > LONGEST) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return value === null || ["string", "number", "boolean"].includes(typeof value) ? (value as Setting) : undefined;
  } catch {
    return undefined;
  }
}

const EXTENSION = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const PANES = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Which of the ways the add-in was installed, a file cannot know: the one of firms first, then that of a developer. */
export function extensionXml(settings: NonNullable<Book["settings"]>): string {
  const reference = (store: string, kind: string): string =>
    `<we:reference id="${ADD_IN.id}" version="${ADD_IN.version}" store="${store}" storeType="${kind}"/>`;
  const properties = settings.map(
    ([name, value]) => `<we:property name="${escaped(name)}" value="${escaped(JSON.stringify(value))}"/>`,
  );
  return (
    `<we:webextension xmlns:we="${EXTENSION}" id="{${ADD_IN.id.toUpperCase()}}">${reference("EXCatalog", "EXCatalog")}` +
    `<we:alternateReferences>${reference("developer", "Registry")}</we:alternateReferences>` +
    `<we:properties>${properties.join("")}</we:properties><we:bindings/><we:snapshot xmlns:r="${RELATIONS}"/></we:webextension>`
  );
}

/** Invisible: nobody is asked to install anything by opening the file. */
export const panesXml = (relation = "rId1"): string =>
  `<wetp:taskpanes xmlns:wetp="${PANES}"><wetp:taskpane dockstate="right" visibility="0" width="350" row="0">` +
  `<wetp:webextensionref xmlns:r="${RELATIONS}" r:id="${relation}"/></wetp:taskpane></wetp:taskpanes>`;
