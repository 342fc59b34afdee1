import { fetchAllowedDomains } from 'react-whereby-embed/server';

const domains = await fetchAllowedDomains('acme'); // or any room URL of the account
domains.sources; // ['https://*.acme.com'], null if every page may
domains.allows('https://app.acme.com'); // true
