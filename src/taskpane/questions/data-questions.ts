const FIGURE = {
  name: { label: "figure", hint: "figure" },
  date: { label: "day", hint: "last-day-of-year" },
} as const;

/** The figures of the law, where they come from, and until when they are known. */
export const DATA = {
  key: "data",
  questions: [
    { key: "figure", id: "INASTI.PARAMETER", says: "figure", layout: FIGURE },
    { key: "figure-source", id: "INASTI.SOURCE", layout: FIGURE },
    { key: "version", id: "INASTI.VERSION", layout: {} },
  ],
} as const;
