module.exports = {
  testEnvironment: 'jsdom',
  // The package is ES modules, which Jest has to convert.
  transformIgnorePatterns: ['/node_modules/(?!react-whereby-embed/)'],
};
