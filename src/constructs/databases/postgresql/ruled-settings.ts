/** Settings that nobody may choose, and why. */
export type RuledSettings = ReadonlyArray<readonly [settings: RegExp, reason: string]>;

/** Why these settings cannot be written into a file with one of them on each line; an empty list means that they can. */
export function ruledSettingProblems(configuration: { readonly [setting: string]: string }, all: RuledSettings): string[] {
  return Object.entries(configuration).flatMap(([name, value]) => {
    const ruled = all.find(([settings]) => settings.test(name));
    if (ruled) { return [`'configuration' may not hold '${name}': ${ruled[1]}; remove it`]; }
    return /[\n\r\0]/.test(value) ? [`'configuration.${name}' must be one line, got ${JSON.stringify(value)}; write it without a line break`] : [];
  });
}
