import { Change } from '../reports/change';
import { arrow } from '../reports/values';

const LONGEST_VALUES = 60;
/** In which container a field is says less than the field. */
const CONTAINER = /^(init )?container \S+ /;

/** `image redis:8 → redis:9; `, where the message does not say it. Of several values the first. */
export function changedValues(changes: readonly Change[]): string {
  const [value, ...more] = changes.filter(isShown).map(change => {
    const field = change.field?.replace(CONTAINER, '') ?? change.path.split('/').slice(2).slice(-2).join('/');
    const values = arrow(change);
    return values.length <= LONGEST_VALUES ? `${field} ${values}` : `other ${field}`;
  });
  return value === undefined ? '' : `${value}${more.length > 0 ? ` and ${more.length} more` : ''}; `;
}

function isShown({ path, before, after, message }: Change): boolean {
  const areShort = [before, after].every(value => ['string', 'number', 'boolean'].includes(typeof value));
  return areShort && path.startsWith('/spec/') && !message.includes('→') && !wordsOf(String(after)).every(word => wordsOf(message).includes(word));
}

function wordsOf(text: string): string[] {
  return text.split(/[^\w.:/-]+/).filter(word => word !== '');
}
