export { classicOf, namedOf, type NativeCells, type NativeFormula, type NoNativeForm } from "./classic";
export { type LawCell, LawSheet, type LawSheetOptions } from "./law-sheet";
export { namedFunction, type NamedFunction, type NamedOptions } from "./named";
export { allNamed, type LambdaModule, lambdaModules } from "./module";
