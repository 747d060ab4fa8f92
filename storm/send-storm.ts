import { createDraw, type Draw } from './draw';
import { bodyOf, type Delivery, type Message, signatureHeaders } from './delivery';
import { forge, type Forgery, type Secrets } from './forgeries';
import type { Platform } from './platform';

export interface Storm {
  deliveries: number;
  seed: number;
  /** How many are answered at the same time. */
  lanes: number;
}

export interface Sent {
  sent: number;
  duplicates: number;
  dropped: number;
  forgeries: Forgery[];
  /** Kinds of forgeries that were answered as if they were true. */
  taken: string[];
  /** True deliveries that were refused. */
  refused: number;
  /** Milliseconds that the route took for each, in the order in which they were answered. */
  times: Float32Array;
  seconds: number;
}

const FORGED = 0.01;
const DROPPED = 0.05;
const DOUBLED = 0.15;
/** How many deliveries are on their way and may overtake each other. */
const UNDER_WAY = 300;
const TAKEN = 200;

interface Parcel extends Delivery {
  forgery: Forgery | null;
}

interface Post {
  platform: Platform;
  secrets: Secrets;
  draw: Draw;
}

/** One after the other as BigCommerce sends them; `null` where one is lost on the way. */
function* parcels({ platform, secrets, draw }: Post, { deliveries }: Storm, count: Sent): Generator<Parcel | null> {
  const recent: Message[] = [];
  let told = 0;
  const sign = (message: Message): Parcel => ({
    body: message.body,
    headers: { ...signatureHeaders(message, { clientSecret: secrets.clientSecret }), 'x-hook-secret': secrets.hookSecret },
    forgery: null,
  });
  for (let nth = 0; nth < deliveries; nth += 1) {
    const fate = draw.share();
    if (fate < FORGED) {
      const forgery = forge(secrets, draw, count.forgeries.length);
      count.forgeries.push(forgery);
      yield { headers: forgery.headers, body: forgery.body, forgery };
    } else if (fate < FORGED + DOUBLED && recent.length > 0) {
      count.duplicates += 1;
      yield sign(draw.oneOf(recent));
    } else {
      const message = { id: `msg_${nth}`, body: bodyOf(secrets.storeHash, platform.change(draw.below(platform.things.length))) };
      const isDropped = fate >= 1 - DROPPED;
      if (isDropped) count.dropped += 1;
      else recent[told++ % UNDER_WAY] = message;
      yield isDropped ? null : sign(message);
    }
  }
}

/** Mixes what is under way, so that later deliveries come before earlier ones. */
function* shuffled(parcelsInOrder: Iterable<Parcel | null>, draw: Draw): Generator<Parcel> {
  const underWay: Parcel[] = [];
  const takeOne = (): Parcel => {
    const index = draw.below(underWay.length);
    const parcel = underWay[index]!;
    underWay[index] = underWay.at(-1)!;
    underWay.pop();
    return parcel;
  };
  for (const parcel of parcelsInOrder) {
    if (parcel !== null) underWay.push(parcel);
    if (underWay.length > UNDER_WAY) yield takeOne();
  }
  while (underWay.length > 0) yield takeOne();
}

type Take = (request: Request) => Promise<number>;

/** Hands the storm to the route, some at the same time. */
export const sendStorm = async (take: Take, { platform, secrets }: Omit<Post, 'draw'>, storm: Storm): Promise<Sent> => {
  const count: Sent = { sent: 0, duplicates: 0, dropped: 0, forgeries: [], taken: [], refused: 0, times: new Float32Array(storm.deliveries), seconds: 0 };
  const draw = createDraw(storm.seed);
  const queue = shuffled(parcels({ platform, secrets, draw }, storm, count), draw);
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const { headers, body, forgery } = next.value;
      const start = performance.now();
      const status = await take(new Request('http://localhost/api/bigcommerce/webhooks', { method: 'POST', headers, body }));
      count.times[count.sent] = performance.now() - start;
      count.sent += 1;
      if (forgery !== null && status === TAKEN) count.taken.push(forgery.kind);
      if (forgery === null && status !== TAKEN) count.refused += 1;
    }
  };
  await Promise.all(Array.from({ length: storm.lanes }, lane));
  return { ...count, times: count.times.slice(0, count.sent), seconds: (performance.now() - began) / 1_000 };
};
