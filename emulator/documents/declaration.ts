import { EmulatorStartError } from '../errors';

export type IndexDirection = 1 | -1 | '2dsphere';

export interface IndexDeclaration {
  name: string;
  keys: [field: string, direction: IndexDirection][];
  unique?: boolean;
}

/** Collections by name. What is not declared here, nor created by a function, does not exist. */
export interface Declaration {
  collections: Record<string, { indexes: IndexDeclaration[] }>;
}

/** The platform's quota of indexes for one collection. */
const MOST_INDEXES = 20;

export function checkDeclaration(declaration: Declaration): void {
  for (const [collection, { indexes }] of Object.entries(declaration.collections)) {
    const refuse = (message: string): never => {
      throw new EmulatorStartError('bad_declaration', `Collection ${collection}: ${message}`);
    };
    checkCollectionName(collection);
    if (indexes.length > MOST_INDEXES) refuse(`${indexes.length} indexes, at most ${MOST_INDEXES} are allowed`);
    const names = new Set<string>();
    for (const { name, keys, unique } of indexes) {
      if (names.has(name)) refuse(`two indexes are named ${name}`);
      names.add(name);
      if (keys.length === 0) refuse(`index ${name} has no key`);
      for (const [field, direction] of keys) {
        if (!field.split('.').every((step) => /^[^$.\d][^.]*$/.test(step))) refuse(`index ${name} has an impossible key "${field}"`);
        if (direction === '2dsphere' && unique) refuse(`index ${name} is geographic and cannot be unique`);
      }
      if (keys.filter(([, direction]) => direction === '2dsphere').length > 1) refuse(`index ${name} has two geographic keys`);
    }
  }
}

function checkCollectionName(name: string): void {
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name)) throw new EmulatorStartError('bad_declaration', `"${name}" cannot be the name of a collection`);
}
