import { Progress, whileWatched } from '../../src/cli/progress';

function terminal(watched: boolean) {
  const printed: string[] = [];
  return { printed, colours: false, watched, out: () => {}, err: (text: string) => { printed.push(text); }, input: () => '' };
}

test('nobody waits for a small input, and everybody for what takes longer than a second', () => {
  jest.useFakeTimers();
  const screen = terminal(true);
  const progress = new Progress(screen, 1000);

  progress.say('one');
  jest.advanceTimersByTime(1_500);
  progress.say('two');
  progress.done();
  jest.useRealTimers();

  expect(screen.printed).toEqual(['\r\u001b[Ktwo', '\r\u001b[K']);
});

test('a large input is shown at once, to those who watch', () => {
  const [watched, log] = [terminal(true), terminal(false)];

  for (const screen of [watched, log]) { new Progress(screen, 10_000_000).announce('checking'); }

  expect(watched.printed).toEqual(['\r\u001b[Kchecking']);
  expect(log.printed).toEqual([]);
});

test('work on many documents is told while it is done, and the line goes even if it fails', () => {
  const screen = terminal(true);

  expect(whileWatched(screen, 10, 'few', () => 1)).toBe(1);
  expect(() => whileWatched(screen, 5_000, 'many', () => { throw new Error('no'); })).toThrow('no');

  expect(screen.printed).toEqual(['\r\u001b[Kmany', '\r\u001b[K']);
});
