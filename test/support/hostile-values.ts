import { Duration, Lazy, Size } from 'cdk8s';

/** Ten million characters: no message, and no regular expression, may take long for it. */
const HUGE = 'x'.repeat(10_000_000);

const CIRCLE: Record<string, unknown> = {};
CIRCLE.self = CIRCLE;

/** What JavaScript, `any` or a file may put where a prop wants something else. */
export const HOSTILE_VALUES: readonly unknown[] = [
  NaN, Infinity, -Infinity, 0, -0, -1, 1.5, 1e8, 2_147_483_647, 2 ** 31, 2 ** 53, 1e308, 5n,
  '', ' ', 'A b', '\n', '\u0000', '💥', '\ud800', '../..', '__proto__', 'constructor', '${x}', '$(x)', 'a'.repeat(300), HUGE, `${HUGE}\n`, '-'.repeat(1_000_000),
  null, true, false, [], [null], [undefined], [[]], {}, { a: null }, [HUGE], { [HUGE.slice(0, 100_000)]: 'x' },
  Object.create(null), Object.create({ inherited: 1 }), JSON.parse('{"__proto__": {"x": 1}, "constructor": 1, "toString": 1, "length": 9}'), CIRCLE,
  Symbol('x'), () => 'x', class {}, new Date(NaN), new Map([[1, 2]]), /x/, new Error('x'), Promise.resolve(1), new Array(5), Array.from({ length: 1000 }, () => 'x'),
  Size.gibibytes(0), Size.kibibytes(0.1), Size.pebibyte(1e6), Duration.seconds(0), Duration.millis(1), Duration.days(1e6), Lazy.any({ produce: () => 'x' }),
  { toString: () => { throw new Error('no text'); } },
];
