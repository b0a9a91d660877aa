const mostFields = 500;
const mostOfOneName = 50;
const longestName = 200;
const deepestName = 6;
const largestIndex = 100;
/** Names under which only rows arrive, never a plain value. */
const lists = new Set([
  ...['questions', 'tasks', 'dataPlan', 'answers', 'claims', 'evidence'],
  ...['protocolSteps', 'posts'],
]);
const intents = new Set(['insert', 'remove', 'reorder', 'validate', 'reset']);

function nameProblem(name: string): string | null {
  if (name.length > longestName) return 'a name is too long';
  if (/(^|[.[])(__proto__|constructor|prototype)([.\]]|$)/.test(name)) return 'a name is not a field';
  if (name.split(/[.[]/).length > deepestName) return 'a name is too deep';
  if ([...name.matchAll(/\[(\d+)\]/g)].some(([, index]) => Number(index) > largestIndex))
    return 'a list is too long';
  const [list = ''] = name.split(/[.[]/, 1);
  if (!lists.has(list)) return null;
  return /^\w+\[\d+\]\.\w+$/.test(name) ? null : 'a list has rows of plain fields';
}

/** The form library's own buttons (add, remove) name a list and, to add, the row's first values. */
function intentProblem(text: string): string | null {
  try {
    const intent: unknown = JSON.parse(text);
    if (typeof intent !== 'object' || intent === null || !('type' in intent)) return 'a button is not known';
    if (!intents.has(String(intent.type))) return 'a button is not known';
    const payload: unknown = 'payload' in intent ? intent.payload : {};
    if (typeof payload !== 'object' || payload === null) return 'a button is not known';
    const name = 'name' in payload ? payload.name : '';
    if (typeof name !== 'string' || (!lists.has(name) && nameProblem(name) !== null))
      return 'a button is not known';
    const first: unknown = 'defaultValue' in payload ? payload.defaultValue : {};
    return typeof first === 'object' && first !== null && !Array.isArray(first)
      ? null
      : 'a button is not known';
  } catch {
    return 'a button is not known';
  }
}

/**
 * Why a form is not one of ours, before anything builds objects from its names; null when it may be one.
 * A form library makes an array as long as the largest index it is told.
 */
export function formProblem(entries: Iterable<[string, unknown]>): string | null {
  const counts = new Map<string, number>();
  let fields = 0;
  for (const [name, value] of entries) {
    fields += 1;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (fields > mostFields || count > mostOfOneName) return 'there are too many fields';
    const problem = name === '__intent__' ? intentProblem(String(value)) : nameProblem(name);
    if (problem !== null) return problem;
  }
  return null;
}
