/** Keeps the last answer about a text: the rules of a group ask the same of a value one after the other. */
export function rememberLast<Trait, Answer>(
  examine: (value: string, trait: Trait) => Answer,
): (value: string, trait: Trait) => Answer {
  let last: { readonly value: string; readonly trait: Trait; readonly answer: Answer } | null = null;
  return (value, trait) => {
    if (last === null || last.value !== value || last.trait !== trait)
      last = { value, trait, answer: examine(value, trait) };
    return last.answer;
  };
}
