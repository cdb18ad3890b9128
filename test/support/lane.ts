/** What the two lanes of jest.config.js and jest.long.config.js differ by. */
declare const properties: { readonly mostRuns: number };

/** The long lane, in which a test may take its time. */
export const IS_LONG_LANE = properties.mostRuns > 25;
