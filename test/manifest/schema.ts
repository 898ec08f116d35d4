/** What Microsoft's schemas (manifest 1.1, VersionOverrides 1.0) ask of a manifest, as far as ours go; needs a DOM. */

const NAMESPACE = {
  app: "http://schemas.microsoft.com/office/appforoffice/1.1",
  overrides: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  basicTypes: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
};

/** Child elements in their order, without those that we do not use. */
const CHILDREN: Record<string, string[]> = {
  OfficeApp: [
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ],
  Requirements: ["Sets"],
  Sets: ["Set"],
  DefaultSettings: ["SourceLocation"],
  VersionOverrides: ["Hosts", "Resources"],
  Hosts: ["Host"],
  Host: ["Runtimes", "AllFormFactors", "DesktopFormFactor"],
  Runtimes: ["Runtime"],
  AllFormFactors: ["ExtensionPoint"],
  DesktopFormFactor: ["GetStarted", "FunctionFile", "ExtensionPoint"],
  ExtensionPoint: ["Script", "Page", "Metadata", "Namespace", "OfficeTab"],
  Script: ["SourceLocation"],
  Page: ["SourceLocation"],
  Metadata: ["SourceLocation"],
  GetStarted: ["Title", "Description", "LearnMoreUrl"],
  OfficeTab: ["Group"],
  Group: ["Label", "Icon", "Control"],
  Control: ["Label", "Supertip", "Icon", "Action", "Items"],
  Items: ["Item"],
  Item: ["Label", "Supertip", "Icon", "Action"],
  Supertip: ["Title", "Description"],
  Icon: ["Image"],
  Action: ["SourceLocation", "FunctionName"],
  Resources: ["Images", "Urls", "ShortStrings", "LongStrings"],
  Images: ["Image"],
  Urls: ["Url"],
  ShortStrings: ["String"],
  LongStrings: ["String"],
};
const OVERRIDABLE = ["Description", "SupportUrl", "Url", "String"];

/** The list of `Resources` in which a resid of this element must be. */
const RESOURCE_OF: Record<string, string> = {
  Runtime: "Urls",
  SourceLocation: "Urls",
  FunctionFile: "Urls",
  LearnMoreUrl: "Urls",
  Namespace: "ShortStrings",
  Label: "ShortStrings",
  Title: "ShortStrings",
  Description: "LongStrings",
  Image: "Images",
};

export function parse(text: string): Document {
  const document = new DOMParser().parseFromString(text, "application/xml");
  const error = document.querySelector("parsererror");
  if (error) throw new Error(error.textContent ?? "not XML");
  return document;
}

export function elements(name: string, within: Document | Element): Element[] {
  return [...within.getElementsByTagNameNS("*", name)];
}

/** Elements that are unknown where they stand, out of order or of another namespace. */
export function formProblems(manifest: Document): string[] {
  return elements("*", manifest).flatMap((element) => {
    const name = element.localName;
    const order = [...(CHILDREN[name] ?? []), ...(OVERRIDABLE.includes(name) ? ["Override"] : [])];
    const names = [...element.children].map((child) => child.localName);
    const places = names.map((child) => order.indexOf(child));
    return [
      ...names.filter((_, at) => places[at] === -1).map((child) => `${name} takes no ${child}`),
      ...names.filter((_, at) => places[at]! < (places[at - 1] ?? 0)).map((child) => `${name}: ${child} is too late`),
      ...(element.namespaceURI === namespaceOf(element) ? [] : [`${element.tagName} is of another namespace`]),
    ];
  });
}

function namespaceOf(element: Element): string {
  if (element.closest("Resources") && element.localName !== "Resources") return NAMESPACE.basicTypes;
  if (element.localName === "Image") return NAMESPACE.basicTypes;
  return element.closest("VersionOverrides") ? NAMESPACE.overrides : NAMESPACE.app;
}

const LONGEST_ID = 32;

/** Resources that are missing, of the wrong kind, named twice, too long in their names, or for nothing. */
export function resourceProblems(manifest: Document): string[] {
  const resources = [...manifest.querySelectorAll("Resources [id]")];
  const ids = resources.map(({ id }) => id);
  const references = [...manifest.querySelectorAll("[resid]")];
  const used = references.map((reference) => reference.getAttribute("resid")!);
  return [
    ...references.flatMap(({ localName }, at) => {
      const list = resources.find(({ id }) => id === used[at])?.parentElement?.localName;
      return list === RESOURCE_OF[localName] ? [] : [`${localName}: ${used[at]} stands in ${list}`];
    }),
    ...ids.filter((id, at) => ids.indexOf(id) < at).map((id) => `${id} stands twice`),
    ...ids.filter((id) => id.length > LONGEST_ID).map((id) => `${id} is too long`),
    ...ids.filter((id) => !used.includes(id)).map((id) => `${id} is not used`),
  ];
}
