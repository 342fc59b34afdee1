import { fetchAllowedDomains } from 'react-whereby-embed/server';

const domains = await fetchAllowedDomains('acme'); // or any room address
domains.sources; // ['https://*.acme.com'], null where every page may
domains.allows('https://app.acme.com'); // true
