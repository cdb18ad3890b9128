import { shapeOf } from '../../src/graph/shapes';

test('storage looks like a drum, and what nobody knows like a box', () => {
  expect(shapeOf('PersistentVolumeClaim')).toEqual({ outline: 'drum', family: 'storage' });
  expect(shapeOf('Gadget')).toEqual({ outline: 'box', family: 'other' });
  expect(shapeOf('toString')).toEqual({ outline: 'box', family: 'other' });
});
