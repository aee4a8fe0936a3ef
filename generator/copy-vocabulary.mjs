// Puts the policy vocabulary beside the built code, so that an installed generator has it.
import { cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

cpSync(
  fileURLToPath(new URL('../model/shapegate', import.meta.url)),
  fileURLToPath(new URL('dist/vocabulary', import.meta.url)),
  { recursive: true },
);
