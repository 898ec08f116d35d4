type Optional<Source> = {
  [Key in keyof Source as undefined extends Source[Key] ? Key : never]?: Exclude<Source[Key], undefined>;
} & { [Key in keyof Source as undefined extends Source[Key] ? never : Key]: Source[Key] };

/** The same without what is undefined. */
export function given<Source extends object>(source: Source): Optional<Source> {
  for (const key in source) if (source[key] === undefined) delete source[key];
  return source as unknown as Optional<Source>;
}

export const some = <Item>(list: readonly Item[]): readonly Item[] | undefined => (list.length > 0 ? list : undefined);

export const yes = (is: boolean): true | undefined => (is ? true : undefined);
