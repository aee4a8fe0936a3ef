const longest = 60;

/** The JSON pointer that a text may mean which is none, as a phrase of help; empty where nothing can be made of it. */
export function suggestPointer(text: string): string {
  const path = text.startsWith('/') ? text : `/${readPath(text)}`;
  const pointer = path.replaceAll(/~(?![01])/g, '~0');
  return path === '/' || path.includes(' ') || pointer.length > longest ? '' : `such as \`${pointer}\``;
}

/** What the language writes with dots, from what it calls the whole: `input.tags[0].key`. */
function readPath(text: string): string {
  return text
    .replace(/^(?:#\/|(?:input|item|\$)(?=$|[.[]))/, '')
    .replaceAll(/\[["']?([^\]["']*)["']?\]/g, '.$1')
    .replace(/^\./, '')
    .replaceAll('.', '/');
}
