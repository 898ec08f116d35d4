/** Queues that a name stands for a formula. `item` is what is under it, or nothing; a name is never deleted, for Excel has crashed of it. */
export function setName(
  names: Excel.NamedItemCollection,
  item: Excel.NamedItem,
  name: string,
  formula: string,
): Excel.NamedItem {
  if (item.isNullObject) return names.add(name, formula);
  item.formula = formula;
  return item;
}
