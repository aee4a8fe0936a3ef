/** The policies of a run, in a bundle of their own: who has none does not load their language. */
export { PolicyShelf } from './policy/policy-shelf.ts';
