/** In the place of `src/page/shared.ts`: a program has no page, and two copies of the package share nothing. */
export const shared = <State>(_name: string, initial: State): State => initial;
