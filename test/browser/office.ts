import path from "node:path";

/** The package of office.js, in place of the server from which every add-in must load it. */
export const OFFICE_JS = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const OFFICE = "https://appsforoffice.microsoft.com/";
const CDN = `${OFFICE}lib/1/hosted/`;

/** The file that an address of that server stands for; what office.js asks for elsewhere has none. */
export const officeFile = (url: string): string | undefined =>
  url.startsWith(CDN) ? path.join(OFFICE_JS, new URL(url).pathname.slice(new URL(CDN).pathname.length)) : undefined;

/**
 * Some seconds after its start office.js opens a frame that reports to Microsoft, with a style of its own. Both are blocked, and no
 * mistake of ours.
 */
export const isOfOffice = (url: string): boolean => url.startsWith(OFFICE);
