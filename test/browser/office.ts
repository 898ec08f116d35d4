import path from "node:path";

/** The package of office.js, in place of the server from which every add-in must load it. */
export const OFFICE_JS = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");

const CDN = "https://appsforoffice.microsoft.com/lib/1/hosted/";

/** The file that an address of that server stands for; what office.js asks for elsewhere has none. */
export const officeFile = (url: string): string | undefined =>
  url.startsWith(CDN) ? path.join(OFFICE_JS, new URL(url).pathname.slice(new URL(CDN).pathname.length)) : undefined;
