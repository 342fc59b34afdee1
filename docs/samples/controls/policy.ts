import { cspSnippet } from 'react-whereby-embed';

console.log(cspSnippet('https://acme.whereby.com/lesson'));
