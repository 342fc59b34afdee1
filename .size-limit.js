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
  entry('WherebyEmbed', 'WherebyEmbed', '12.8 kB', true),
  entry('WherebyEmbed', 'WherebyEmbed', '11.5 kB', false),
  // What the hooks add to an app that embeds meetings is the difference to the first: `npm run bench rooms`.
  entry('WherebyEmbed with the hooks', 'WherebyEmbed, RoomsProvider, useRoomUrl, useCreateMeeting', '16.4 kB', true),
  entry('the hooks', 'RoomsProvider, useRoomUrl, useCreateMeeting', '4.7 kB', true),
  // Beside the component only while one is shown: panels by cause, with their texts in English.
  entry('the panels', '*', '8.3 kB', true, 'dist/panels/allPanels.js'),
  // About 60 B of it read values: each kind of parameter both reads and writes its own.
  entry('buildRoomUrl', 'buildRoomUrl', '4.2 kB', true),
  entry('all of the entry for room URLs', '*', '6.6 kB', true, 'dist/url.js'),
];
