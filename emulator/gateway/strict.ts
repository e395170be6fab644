import type { Meter } from '../documents/actions';
import { requestFailed } from '../errors';
import { encode } from '../values/ejson';
import type { RequestRecord } from '../runner/sessions';

/** A query that reads up to this many documents is never called wasteful. */
const SMALL = 20;
const MOST_PER_RESULT = 10;

/**
 * Notes what each read cost. In strict mode a read that no index answers, or that looks at more than
 * ten documents for each one it gives, is an error that says which collection and filter it was.
 */
export function strictMeter(record: RequestRecord, strict: boolean): Meter {
  return (collection, filter, { examined, returned, indexes, unindexed }) => {
    record.examined += examined;
    record.returned += returned;
    record.indexes.push(...indexes);
    if (!strict) return;
    const fields = Object.keys(filter).join(', ');
    if (unindexed) {
      throw requestFailed(`strict: no index of ${collection} answers ${encode(filter)}; declare one on ${fields || 'the order asked for'}`);
    }
    if (examined > Math.max(SMALL, MOST_PER_RESULT * returned)) {
      throw requestFailed(`strict: ${examined} documents of ${collection} were read for ${returned} in ${encode(filter)} (index ${indexes.join(', ') || 'none'}); declare an index on ${fields || 'the order asked for'}`);
    }
  };
}
