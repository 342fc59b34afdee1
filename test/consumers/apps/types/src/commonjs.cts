import server = require('react-whereby-embed/server');

const whereby = server.createWhereby({ apiKey: 'key' });
export = whereby;
