import { ApiRefusal } from '../api-refusal.ts';
import { cannotUse, checkedImage, LARGEST_IMAGE, type CheckedImage } from './image-file.ts';

/** Real time: the host of a picture runs on no sandbox clock. */
const TIMEOUT_MS = 5000;
/** An address is asked once in a while, not once per product; short, because pictures are replaced under their address. */
const FRESH_MS = 3000;
const MOST_KEPT = 64;

interface Download {
  at: number;
  image: Promise<CheckedImage>;
}

async function wholeBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    size += part.byteLength;
    if (size > LARGEST_IMAGE) throw cannotUse('The image is larger than 8 MB.');
  }
  return Buffer.concat(parts);
}

async function fetchFile(url: string): Promise<Buffer> {
  const response = await fetch(url, { headers: { 'user-agent': 'BigCommerce image downloader (sandbox)', accept: 'image/*' }, signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (response.ok) return wholeBody(response);
  await response.body?.cancel();
  throw cannotUse(`The image could not be downloaded: its host answered ${response.status}.`);
}

async function download(url: string): Promise<CheckedImage> {
  // Only what the network did is put into the words of a refusal; a refusal already is one.
  const bytes = await fetchFile(url).catch((error: unknown) => {
    throw error instanceof ApiRefusal ? error : cannotUse('The image could not be downloaded: its host did not answer.');
  });
  return checkedImage(bytes);
}

const recent = new Map<string, Download>();

/**
 * Downloads an image as the platform does: from its host, over HTTP, within a short time.
 * @throws ApiRefusal 400 when it cannot be reached, is no image, or is too large.
 */
export function downloadImage(url: string): Promise<CheckedImage> {
  const known = recent.get(url);
  if (known && performance.now() - known.at < FRESH_MS) return known.image;
  const image = download(url);
  recent.delete(url);
  recent.set(url, { at: performance.now(), image });
  image.catch(() => recent.delete(url));
  const oldest = recent.keys().next();
  if (recent.size > MOST_KEPT && !oldest.done) recent.delete(oldest.value);
  return image;
}
