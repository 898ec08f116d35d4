/**
 * What the bundles of a page share: one may have its own copy of every module, as the workbench beside functions.js, so such a state
 * hangs on the global object. Whoever asks first makes it.
 */
export function shared<State>(name: string, initial: State): State {
  const page = globalThis as { [key: symbol]: State | undefined };
  return (page[Symbol.for(`statut-social.${name}`)] ??= initial);
}
