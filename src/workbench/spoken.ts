const sayings = new Set<() => void>();

/** Says something on the page: now, and again in each language that is chosen, until the answer is called. */
export function inEachLanguage(say: () => void): () => void {
  sayings.add(say);
  say();
  return () => void sayings.delete(say);
}

/** The reader has chosen another language. */
export function sayAgain(): void {
  for (const say of sayings) say();
}
