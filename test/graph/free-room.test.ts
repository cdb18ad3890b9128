import { FreeRoom } from '../../src/graph/free-room';

const PICTURE = { x: 0, y: 0, width: 400, height: 400 };

test('the topmost place comes first, and the leftmost of a row', () => {
  const room = new FreeRoom(PICTURE);

  expect(room.placeFor({ width: 100, height: 100 }, PICTURE)).toEqual({ x: 0, y: 0 });
  room.takeBlock({ x: 0, y: 0, width: 200, height: 200 });
  const beside = room.placeFor({ width: 100, height: 100 }, PICTURE)!;
  expect([beside.y, beside.x > 200]).toEqual([0, true]);
});

test('nothing stands on an arrow or on its label', () => {
  const room = new FreeRoom(PICTURE);
  const text = [{ text: 'reads', x: 210, y: 100, size: 11, bold: false, role: 'line' as const, width: 190 }];
  room.takeArrow({
    edge: { from: 'a', to: 'b', label: 'reads', about: 'settings' }, curve: [0, 130, 260, 390].map(y => ({ x: 200, y })), tip: { x: 200, y: 400 }, text,
  });

  expect(room.placeFor({ width: 250, height: 20 }, PICTURE)).toBeUndefined();
  expect(room.placeFor({ width: 150, height: 120 }, { ...PICTURE, x: 220, width: 180 })!.y).toBeGreaterThan(100);
});

test('what is larger than the room has no place', () => {
  expect(new FreeRoom(PICTURE).placeFor({ width: 401, height: 10 }, PICTURE)).toBeUndefined();
});
