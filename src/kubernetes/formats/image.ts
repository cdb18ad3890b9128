import { Format } from './format';

/** An image: the API server takes any text, the container runtime none with spaces. */
export const IMAGE: Format<string> = {
  family: 'name',
  mustBe: 'the name of an image, without spaces',
  fits: value => /^\S+$/.test(value),
  nearest: value => /^\s*(\S+)\s*$/.exec(value)?.[1],
};
