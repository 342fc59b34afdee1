import { parseRoomUrl } from 'react-whereby-embed';

const { params, unknown, issues } = parseRoomUrl(
  'https://acme.whereby.com/demo?embed&displayName=Ada&chat=off&groups=red,blue&utm_source=mail',
);

console.log(params); // { minimal: true, displayName: 'Ada', chat: false, groups: ['red', 'blue'] }
console.log(unknown); // { utm_source: 'mail' }
console.log(issues); // what cannot be read: a second "?", a key that occurs twice, a wrong value
