// @ts-check
/** The address under which the repository expects the add-in, in the manifest and in the metadata: that of `npm run start:excel`. */
export const DEVELOPMENT_URL = "https://localhost:3000/";

/** What a manifest, a JSON text, sed and PowerShell all take as it is. `tools/release/stamp.sh` and `stamp.ps1` ask the same. */
const PLAIN = /^https:\/\/[a-z0-9.-]+(:[0-9]+)?(\/[A-Za-z0-9._~%-]+)*\/$/;

/**
 * @param {string} typed where the add-in will be served, e.g. `https://example.org/statut-social/`
 * @returns {string} the same with a slash at the end
 */
export function originOf(typed) {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url) throw new Error(`${typed} is no address. Write it whole: https://host/path/`);
  if (url.protocol !== "https:") throw new Error(`Excel loads add-ins over https only, not from ${typed}`);
  const address = url.href.endsWith("/") ? url.href : `${url.href}/`;
  if (!PLAIN.test(address))
    throw new Error(`${typed} cannot be served: an address is https://host/path/, without ?, # or other signs.`);
  return address;
}

/**
 * @param {string} text a manifest or metadata of the repository
 * @param {string} origin
 * @returns {string} the same for that address
 */
export const atOrigin = (text, origin) => text.replaceAll(DEVELOPMENT_URL, originOf(origin));

/**
 * @param {string} typed where users find help, e.g. `mailto:help@example.org`
 * @returns {string} the same
 */
export function contactOf(typed) {
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (url?.protocol === "https:" || (url?.protocol === "mailto:" && /^[^@\s"<>&]+@[^@\s"<>&]+$/.test(url.pathname)))
    return url.href;
  throw new Error(`${typed} is no contact: write https://… or mailto:name@host.`);
}
