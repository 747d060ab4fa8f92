import { BlockList, isIP } from 'node:net';

const SUBNETS: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
];

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

const blocked = new BlockList();
for (const [network, prefix] of SUBNETS) blocked.addSubnet(network, prefix, familyOf(network));

/** Whether an IP address belongs to this machine or a network behind it; IPv4 in IPv6 clothes too. What is no IP address counts as one. */
export const isPrivateAddress = (address: string): boolean => isIP(address) === 0 || blocked.check(address, familyOf(address));
