/** A docblock's sentence: what stands between backticks is code. */
export const Sentence = ({ text }: { readonly text: string }) => (
  <>{text.split('`').map((part, index) => (index % 2 ? <code key={index}>{part}</code> : part))}</>
);
