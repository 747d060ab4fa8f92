import type { AppErrorReason } from '../../lib/domain/views/app-error-reasons';

interface AppErrorWords {
  title: string;
  /** What happened, and what it means for the merchant. */
  sentence: string;
  next: string;
  isGood?: true;
}

const OPEN_FROM_APPS = 'Open the app from Apps in the menu of your BigCommerce control panel.';

/** Why a person sees this page, in their words. Nothing here comes from the address but the choice of the entry. */
export const APP_ERROR_WORDS: Record<AppErrorReason, AppErrorWords> = {
  'install-failed': {
    title: 'The app could not be installed',
    sentence: 'BigCommerce did not give this app access to your store. Nothing was changed in it.',
    next: 'Install the app once more from the App Marketplace. If it fails again, tell us at what time you tried.',
  },
  'install-scope': {
    title: 'The app needs more permissions',
    sentence: 'Some of the permissions that the app asked for were not given, so it cannot keep your store and Hike in step.',
    next: 'Install the app once more and confirm all permissions on the page that BigCommerce shows.',
  },
  'install-expired': {
    title: 'The installation took too long',
    sentence: 'BigCommerce’s permission is good for a short time and for one use only, and it has expired. Nothing was changed in your store.',
    next: 'Install the app once more from the App Marketplace.',
  },
  'load-invalid': {
    title: 'The app could not be opened',
    sentence: 'What BigCommerce sent along could not be verified, so the app does not know which store you come from.',
    next: OPEN_FROM_APPS,
  },
  'load-expired': {
    title: 'This link has expired',
    sentence: 'The address that opens the app is good for a short time and for one use only.',
    next: OPEN_FROM_APPS,
  },
  'not-installed': {
    title: 'The app is not installed in this store',
    sentence: 'It was removed, or its installation was never finished.',
    next: 'Install it from the App Marketplace. If it was installed before, its settings and its log are still there.',
  },
  'removed-user': {
    title: 'You no longer have access to this app',
    sentence: 'Your access to the app was taken away in BigCommerce.',
    next: 'Ask the owner of the store to give you access again, then open the app from Apps in the control panel.',
  },
  'hike-denied': {
    title: 'Hike was not connected',
    sentence: 'Access was refused in Hike, so nothing was connected and nothing was changed.',
    next: 'If that was a mistake, close this window, go back to the app in BigCommerce and choose “Connect Hike” again.',
  },
  'hike-state': {
    title: 'This connection has expired',
    sentence: 'A connection that was started is good for ten minutes and for one use only; this one was used already or took too long.',
    next: 'Close this window, go back to the app in BigCommerce and look whether Hike is connected. If not, choose “Connect Hike” again.',
  },
  'hike-failed': {
    title: 'Hike could not be connected',
    sentence: 'Hike did not answer as expected. What was set before is kept.',
    next: 'Close this window, go back to the app in BigCommerce and choose “Connect Hike” again in a few minutes.',
  },
  'hike-connected': {
    title: 'Hike is connected',
    sentence: 'You can close this window.',
    next: 'The app in BigCommerce goes on by itself. If you chose another Hike shop than before, it first asks you there whether to use it.',
    isGood: true,
  },
  unknown: {
    title: 'Something went wrong',
    sentence: 'The app could not do what was asked of it. Nothing that was saved is lost.',
    next: `${OPEN_FROM_APPS} If this page comes again, tell us at what time you tried.`,
  },
};
