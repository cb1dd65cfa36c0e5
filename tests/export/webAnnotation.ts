/** The tests of the W3C for web annotations, as its schemas state them. */
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ORACLE = join(import.meta.dirname, '../../../shared/oracles/w3c-web-annotation');

export const hasWebAnnotationTests = existsSync(ORACLE);

type TestFile =
  'annotations/annotationMusts.test' | 'collections/collectionMusts.test' | 'collections/pages/pageMusts.test';

interface Assertion {
  readonly title: string;
  readonly assertionType: string;
}

/** The assertions that must hold and do not. */
export function violations(file: TestFile): (document: unknown) => string[] {
  const ajv = new Ajv({ strict: false, validateSchema: false, logger: false });
  addFormats(ajv);
  for (const name of readdirSync(join(ORACLE, 'definitions'))) {
    const schema = json(join('definitions', name)) as { id: string };
    ajv.addSchema(schema, schema.id);
  }
  const { assertions } = json(file) as { assertions: string[] };
  const musts = assertions.flatMap((path) => {
    const { id: _id, ...schema } = json(path) as Assertion & { id: string };
    return schema.assertionType === 'must' ? [{ path, holds: ajv.compile(schema) }] : [];
  });
  if (musts.length === 0) throw new Error(`${file} has no assertions`);
  return (document) => musts.filter(({ holds }) => !holds(document)).map(({ path }) => path);
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(join(ORACLE, path), 'utf8'));
}
