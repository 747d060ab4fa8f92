/** "Tue, 05 Mar 2019 21:40:11 +0000", the way V2 writes time; always UTC. */
export function rfc2822(iso: string | null): string {
  return iso === null ? '' : new Date(iso).toUTCString().replace('GMT', '+0000');
}
