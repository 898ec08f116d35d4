// @ts-check
/** The address under which the manifest in the repository expects the add-in: that of `npm run start:excel`. */
export const DEVELOPMENT_URL = "https://localhost:3000/";

/**
 * @param {string} manifest text of manifest.xml
 * @param {string} baseUrl where the add-in will be served, e.g. `https://example.org/statut-social/`
 * @returns {string} the manifest for that address
 */
export function withBaseUrl(manifest, baseUrl) {
  const { protocol, href } = new URL(baseUrl);
  if (protocol !== "https:") throw new Error(`Excel loads add-ins over https only, not from ${baseUrl}`);
  return manifest.replaceAll(DEVELOPMENT_URL, href.endsWith("/") ? href : `${href}/`);
}
