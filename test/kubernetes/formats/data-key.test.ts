import { testTextFormat } from './format-cases';
import { DATA_KEY } from '../../../src/kubernetes/formats/data-key';

testTextFormat('the key of data', DATA_KEY, ['a', '.a', 'A-_.', '1'], ['', '.', '..', '..a', 'a/b', 'a b', 'a'.repeat(254)]);
