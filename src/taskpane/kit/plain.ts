/** A text without accents and capitals, for whoever looks for something in it. */
export const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
