/** What one process took. Helm's CPU and memory are not always known. */
export interface Measurement {
  readonly subject: string;
  readonly shape: string;
  readonly count: number;
  /** Milliseconds. */
  readonly wall: number;
  /** Milliseconds of all threads. */
  readonly cpu?: number;
  /** Mebibytes at the peak. */
  readonly memory?: number;
}

/** A bound that the project promises, as a ratio of two measurements of one run. */
interface Requirement {
  readonly text: string;
  readonly value: (of: (subject: string, shape: string, count: number) => Measurement | undefined) => number | undefined;
  readonly bound: number;
}

const OURS = 'StatefulApp + LinearApp';
const CHECKED = `${OURS} + checks`;

const ratio = (a?: number, b?: number) => a === undefined || b === undefined ? undefined : a / b;

const exponent = (small?: Measurement, large?: Measurement) =>
  small?.cpu && large?.cpu ? Math.log(large.cpu / small.cpu) / Math.log(large.count / small.count) : undefined;

/** Ours over another subject, at one shape and count. */
const compared = (figure: 'wall' | 'cpu', other: string, shape: string, count: number, subject = OURS): Requirement['value'] =>
  of => ratio(of(subject, shape, count)?.[figure], of(other, shape, count)?.[figure]);

const growthOf = (subject: string, shape: string): Requirement['value'] => of => exponent(of(subject, shape, 1000), of(subject, shape, 10000));

const memoryOf = (subject: string, shape: string): Requirement['value'] => of => ratio(of(subject, shape, 10000)?.memory, 1024);

const REQUIREMENTS: readonly Requirement[] = [
  { text: '3,000 charts: wall / helm', bound: 0.6, value: compared('wall', 'helm template', 'many', 3000) },
  { text: '3,000 charts: wall / the same with App', bound: 0.1, value: compared('wall', 'StatefulApp + App', 'many', 3000) },
  { text: '5,000 apps in one chart: wall / helm', bound: 0.6, value: compared('wall', 'helm template', 'one', 5000) },
  { text: '3,000 charts, checked: wall / helm', bound: 1.2, value: compared('wall', 'helm template', 'many', 3000, CHECKED) },
  { text: '5,000 apps in one chart, checked: wall / helm', bound: 1.2, value: compared('wall', 'helm template', 'one', 5000, CHECKED) },
  { text: '3,000 charts: wall / plain objects + writer', bound: 4, value: compared('wall', 'plain + writer', 'many', 3000) },
  { text: '3,000 charts: CPU / plain objects + writer', bound: 4, value: compared('cpu', 'plain + writer', 'many', 3000) },
  { text: '5,000 apps in one chart: wall / plain objects + writer', bound: 4, value: compared('wall', 'plain + writer', 'one', 5000) },
  { text: '5,000 apps in one chart: CPU / plain objects + writer', bound: 4, value: compared('cpu', 'plain + writer', 'one', 5000) },
  { text: 'one chart: growth exponent from 1,000 to 10,000 apps', bound: 1.1, value: growthOf(OURS, 'one') },
  { text: 'one chart, checked: growth exponent from 1,000 to 10,000 apps', bound: 1.1, value: growthOf(CHECKED, 'one') },
  { text: 'many charts: growth exponent from 1,000 to 10,000', bound: 1.1, value: growthOf(OURS, 'many') },
  { text: 'many charts, checked: growth exponent from 1,000 to 10,000', bound: 1.1, value: growthOf(CHECKED, 'many') },
  { text: 'one small app: wall / ApiObjects with App', bound: 1.25, value: compared('wall', 'ApiObject + App', 'one', 1) },
  { text: 'one small app, checked: wall / ApiObjects with App', bound: 1.25, value: compared('wall', 'ApiObject + App', 'one', 1, CHECKED) },
  { text: '10,000 apps in one chart: peak memory in GB', bound: 1, value: memoryOf(OURS, 'one') },
  { text: '10,000 apps in one chart, checked: peak memory in GB', bound: 1, value: memoryOf(CHECKED, 'one') },
  { text: '10,000 charts: peak memory in GB', bound: 1, value: memoryOf(OURS, 'many') },
  { text: '10,000 charts, checked: peak memory in GB', bound: 1, value: memoryOf(CHECKED, 'many') },
];

/** The measurements of one count and shape. */
export function measurementTable(results: readonly Measurement[]): string {
  if (results.length === 0) { return ''; }
  const { count, shape } = results[0];
  const header = [shape === 'one' ? `${grouped(count)} apps in one chart` : `${grouped(count)} charts of one app`, 'wall', 'CPU', 'peak memory'];
  return table([header, ...results.map(({ subject, wall, cpu, memory }) => [subject, `${grouped(wall)} ms`, unit(cpu, 'ms'), unit(memory, 'MB')])]);
}

/** How CPU time grows with the number of apps: 1 is linear, 2 is quadratic. */
export function growthTable(results: readonly Measurement[]): string {
  const rows = [...new Set(results.map(({ shape, subject }) => `${subject}, ${shape}`))].map(key => {
    const series = results.filter(({ shape, subject, count }) => `${subject}, ${shape}` === key && count >= 1000);
    return [key, exponent(series[0], series.at(-1)), series] as const;
  });
  return table([
    ['growth of CPU time', 'exponent', 'from', 'to'],
    ...rows.filter(([, value]) => value !== undefined && Number.isFinite(value)).map(([key, value, series]) =>
      [key, value!.toFixed(2), grouped(series[0].count), grouped(series.at(-1)!.count)]),
  ]);
}

/** What is promised, and whether it holds. */
export function requirementTable(results: readonly Measurement[]): string {
  const of = (subject: string, shape: string, count: number) =>
    results.find(result => result.subject === subject && result.shape === shape && result.count === count);
  return table([
    ['promise', 'measured', 'at most', ''],
    ...REQUIREMENTS.map(({ text, value, bound }) => {
      const measured = value(of);
      return [text, measured?.toFixed(2) ?? '-', String(bound), measured === undefined ? 'not measured' : measured <= bound ? 'ok' : 'MISSED'];
    }),
  ]);
}

function table([header, ...rows]: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map(row => row[column].length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, i) => i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])).join(' | ')} |`;
  return ['', line(header), line(widths.map((width, i) => i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)), ...rows.map(line)].join('\n');
}

function unit(figure: number | undefined, name: string): string {
  return figure === undefined ? '-' : `${grouped(figure)} ${name}`;
}

function grouped(figure: number): string {
  return Math.round(figure).toLocaleString('en-US');
}
