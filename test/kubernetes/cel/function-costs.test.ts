import { OperandSize, costOfCall } from '../../../src/kubernetes/cel/function-costs';

const text = (most: number): OperandSize => ({ most, least: 0, isExact: true, element: Infinity, type: 'string' });
const before = ({ since }: { since?: string }) => since === undefined;

test.each([
  ['contains', true, [text(100), text(20)], 20],
  ['find', true, [text(99), text(8)], 20],
  ['split', true, [text(100), text(1)], 20],
  ['size', true, [text(100)], 1],
])('%s', (name, isMember, operands, cost) => {
  expect(costOfCall(name, isMember, operands, () => true).cost).toBe(cost);
});

test('quantities were cheap', () => {
  expect(costOfCall('quantity', false, [text(100)], before).cost).toBe(1);
  expect(costOfCall('quantity', false, [text(100)], () => true).cost).toBe(10);
});

test('what may be a text or a number may be a text, too', () => {
  const open: OperandSize = { ...text(100), type: 'dyn' };

  expect(costOfCall('string', false, [open], () => true)).toEqual({ cost: 10, size: 100 });
  expect(costOfCall('string', false, [{ ...open, type: 'int' }], () => true)).toEqual({ cost: 1 });
});
