import * as fc from 'fast-check';
import { keyOf, quoted } from '../../src/import/quoted';

/** What JavaScript reads. */
const read = (code: string) => new Function(`return ${code}`)();

test('every text is read back as it was, whatever stands in it', () => {
  const anyText = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map(codes => String.fromCharCode(...codes)),
    fc.array(fc.constantFrom('\n', '\r', '\r\n', '`', '${', '$', '\\', "'", '"', ' ', '\t', 'x'.repeat(30), '\u2028', '\ud800', '*/', '</script>')).map(parts => parts.join('')),
  );

  fc.assert(fc.property(anyText, text => read(quoted(text)) === text && Object.keys(read(`({ ${keyOf(text)}: 1 })`))[0] === text));
});

test('text is written as people write it', () => {
  const texts = ['nginx', "it's", 'a "b"', 'a\n', 'worker_processes 1;\nevents {}\nhttp { server { listen 80; } }\n'].map(quoted);

  expect(texts).toEqual(["'nginx'", '"it\'s"', "'a \"b\"'", "'a\\n'", '`worker_processes 1;\nevents {}\nhttp { server { listen 80; } }\n`']);
});

test('what nobody would see is written out', () => {
  expect(quoted('a\u202eb\u0000')).toBe("'a\\u202eb\\u0000'");
  expect(quoted(`${'line '.repeat(10)}\n end`)).toContain('line\\x20\n end');
});

test('a key is quoted where it has to be', () => {
  expect(['app', 'app.kubernetes.io/name', '1', '__proto__'].map(keyOf)).toEqual(['app', "'app.kubernetes.io/name'", "'1'", "['__proto__']"]);
});
