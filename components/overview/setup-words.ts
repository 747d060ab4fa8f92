import type { SetupStep } from '../../lib/domain/views/views';

interface StepWords {
  title: string;
  /** What it is for. */
  effect: string;
  /** The section of Settings where it is done; connecting has its button on this page. */
  anchor: string | null;
  /** Made of several choices, so that it helps to read which of them is missing. */
  hasParts: boolean;
}

export const SETUP_WORDS: Record<SetupStep['key'], StepWords> = {
  connect: { title: 'Connect Hike', effect: 'The app reads outlets, registers, payment types and taxes from your shop.', anchor: null, hasParts: false },
  outlet: { title: 'Outlet and register', effect: 'Where your online orders are booked in Hike.', anchor: '#outlet', hasParts: true },
  payments: { title: 'Invoice payment', effect: 'How Hike records that an online order is paid.', anchor: '#payments', hasParts: false },
  salePrice: { title: 'Sale price', effect: 'Which BigCommerce price Hike’s retail price is tied to.', anchor: '#price', hasParts: false },
  taxes: { title: 'Taxes', effect: 'Which Hike tax stands for each tax class and for shipping.', anchor: '#taxes', hasParts: true },
};
