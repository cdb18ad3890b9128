import { LaidArrow, LaidBox, LaidFrame } from './layout';

export function movedBox(one: LaidBox, dx: number, dy: number): LaidBox {
  return { ...one, x: one.x + dx, y: one.y + dy, text: moved(one.text, dx, dy) };
}

export function movedFrame(frame: LaidFrame, dx: number, dy: number): LaidFrame {
  return { ...frame, x: frame.x + dx, y: frame.y + dy, text: moved(frame.text, dx, dy) };
}

export function movedArrow(arrow: LaidArrow, dx: number, dy: number): LaidArrow {
  const [tip, tail] = moved([arrow.tip, ...arrow.tail ? [arrow.tail] : []], dx, dy);
  return { ...arrow, curve: moved(arrow.curve, dx, dy), tip, ...tail && { tail }, text: moved(arrow.text, dx, dy) };
}

export function moved<P extends { readonly x: number; readonly y: number }>(points: readonly P[], dx: number, dy: number): P[] {
  return points.map(point => ({ ...point, x: point.x + dx, y: point.y + dy }));
}
