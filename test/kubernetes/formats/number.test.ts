import { testFormat } from './format-cases';
import { FILE_MODE, NOT_NEGATIVE, POSITIVE, QUANTITY_NOT_NEGATIVE, USER_ID, between, wholeNumber } from '../../../src/kubernetes/formats/number';

testFormat('a user', USER_ID, [0, 1000, 2147483647], [-1, 2147483648]);
testFormat('a file mode', FILE_MODE, [0, 0o644, 0o777], [-1, 0o1000]);
testFormat('what is not negative', NOT_NEGATIVE, [0, 1], [-1]);
testFormat('what is positive', POSITIVE, [1], [0, -1]);
testFormat('a number between two', between(2, 3), [2, 3], [1, 4]);
testFormat('a whole number', wholeNumber(1), [1, 2147483647], [0, 1.5, NaN, Infinity, 2147483648]);
testFormat('an amount', QUANTITY_NOT_NEGATIVE, ['1Gi', 0, '500m'], ['-1', -1, '-1n']);
