import { createWhereby } from 'react-whereby-embed/server';

const whereby = createWhereby();

for await (const recording of whereby.recordings.list({ sortBy: 'startDate:desc' })) {
  console.log(recording.filename); // requests the next page when it gets there
}

const first = await whereby.meetings.list({ limit: 20 }).page(); // { results, cursor }
const next = await whereby.meetings.list({ limit: 20, cursor: first.cursor }).page();
for await (const page of whereby.meetings.list().pages()) console.log(page.results.length);
const all = await whereby.meetings.list().toArray();
console.log(first.results.length, next.results.length, all.length);
