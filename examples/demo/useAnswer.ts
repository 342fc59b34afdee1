import useSWR from 'swr';

export async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
}

/** What the demo's server answers, asked again every so many milliseconds. */
export const useAnswer = <Answer>(path: string, refreshInterval = 0): Answer | undefined =>
  useSWR<Answer, Error>(path, get, { refreshInterval }).data;
