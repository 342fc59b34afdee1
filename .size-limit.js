const entry = (name, names, limit, gzip, path = 'dist/index.js') => ({
  name: `${name}, ${gzip ? 'gzip' : 'brotli'}`,
  path,
  import: names === '*' ? '*' : `{ ${names} }`,
  ignore: ['react', 'react-dom'],
  gzip,
  limit,
});

// As it is, so that growth is seen. The targets are lower: `npm run bench embed`.
export default [
  entry('WherebyEmbed', 'WherebyEmbed', '9.1 kB', true),
  entry('WherebyEmbed', 'WherebyEmbed', '8.2 kB', false),
  // What the hooks add is the difference to the first: `npm run bench rooms` says it for a whole app.
  entry('WherebyEmbed with useRoomUrl', 'WherebyEmbed, RoomsProvider, useRoomUrl', '16.9 kB', true),
  // About 60 B of it read values: each kind of parameter both reads and writes its own.
  entry('buildRoomUrl', 'buildRoomUrl', '2.3 kB', true),
  entry('all of the entry for room URLs', '*', '4 kB', true, 'dist/url.js'),
];
