import { Hono } from 'hono';
import { Refusal, refusalAnswer } from '../wire/refusal.ts';
import type { ControlParts } from './control-desk.ts';
import { productControls } from './product-controls.ts';
import { saleControls } from './sale-controls.ts';
import { shopControls } from './shop-controls.ts';
import { thingControls } from './thing-controls.ts';

/** The control API of the Hike side; its sentences are for the person who writes the test. */
export function createControl(parts: ControlParts): Hono {
  const control = new Hono();
  control.route('/', shopControls(parts));
  control.route('/', saleControls(parts));
  control.route('/', productControls(parts));
  control.route('/', thingControls(parts));
  control.notFound(() => refusalAnswer(Refusal.notFound('This control')));
  control.onError((error) => {
    if (error instanceof Refusal) return refusalAnswer(error);
    parts.core.log(`hike control: ${error.stack ?? error.message}`);
    return refusalAnswer(new Refusal(500, error.message));
  });
  return control;
}
