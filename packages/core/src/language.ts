import { addTexts, type Language as Code, type Texts } from "../../../src/i18n";
import type { Language as Public } from "./types";

/** What the package says in a language: a module below `languages/`, for a program needs few of them. */
export class Language implements Public {
  constructor(
    readonly code: Code,
    texts: Readonly<Record<string, Texts>>,
  ) {
    for (const [part, some] of Object.entries(texts)) addTexts(code, part, some);
  }
}
