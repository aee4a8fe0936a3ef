import { configurationId } from '../config/read-configuration.ts';

/** What `explain` says of a broken configuration, in the form of the pages of rules. */
export const configurationPage = `# ${configurationId}

A configuration file has the keys and values that its schema allows, and names rules and files that there are.

Severity: error, with exit status 2: under a configuration that cannot be understood nothing is checked.

## Why

An unknown key or a slip in a rule's id would change nothing and look as if it did.

## How to fix

The message says what was found and what was expected, with line and column, and the help names what is near. The schema ships with the package as \`shapegate/schema/config.schema.json\`; \`shapegate init\` writes a configuration that names it, so that an editor completes and checks what is written.

## How to suppress

It cannot be suppressed.
`;
