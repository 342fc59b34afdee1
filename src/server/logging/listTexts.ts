/** The texts in a value, however deep, without those of one character, which say nothing. */
export function listTexts(value: unknown): string[] {
  const texts: string[] = [];
  const todo: unknown[] = [value];
  while (todo.length > 0) {
    const each = todo.pop();
    if (typeof each === 'object' && each) todo.push(...Object.values(each));
    else if (typeof each === 'string' && each.length > 1) texts.push(each);
  }
  return texts;
}
