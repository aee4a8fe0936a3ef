import { readDocuments } from '@shapegate/validator';
import { diskReader } from '../config/file-reader.ts';
import type { PolicyReader } from './policy-reader.ts';

/** Reads policies on disk. */
export const diskPolicies: PolicyReader = { files: diskReader, readDocuments };
