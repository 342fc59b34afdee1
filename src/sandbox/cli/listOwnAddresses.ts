import { networkInterfaces } from 'node:os';

/** The IPv4 addresses under which other machines reach this one. */
export const listOwnAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address),
  );
