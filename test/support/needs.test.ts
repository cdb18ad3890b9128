import { needs } from './needs';

test('what is there is tested as ever', () => {
  expect(needs(true, 'no kubectl')).toEqual({ test, describe });
});

describe('what is missing', () => {
  test('is skipped, and named behind the name of the test', () => {
    const skip = jest.spyOn(test, 'skip').mockImplementation();

    needs(false, 'no kubectl').test('a plan runs', () => undefined);

    expect(skip).toHaveBeenCalledWith('a plan runs [skipped: no kubectl]', expect.any(Function));
    skip.mockRestore();
  });

  test('is behind the name of every case of a table', () => {
    const names: string[] = [];
    const each = jest.spyOn(test.skip, 'each').mockReturnValue(((name: string) => { names.push(name); }) as any);

    needs(false, 'no kubectl').test.each([[1], [2]])('plan %i runs', () => undefined);

    expect(each).toHaveBeenCalledWith([[1], [2]]);
    expect(names).toEqual(['plan %i runs [skipped: no kubectl]']);
    each.mockRestore();
  });
});
