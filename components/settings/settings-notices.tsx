'use client';

import { Button } from '@bigcommerce/big-design';
import type { SetupStep } from '../../lib/domain/views/views';
import { useSession } from '../shell/session/session-context';
import { pagePath } from '../shell/session/store-paths';
import { Actions } from '../ui/actions';
import { AppLink } from '../ui/app-link';
import { Notice } from '../ui/notice';
import type { SettingsForm } from './use-settings-form';

/** Where each step of the set-up is done on this page. */
const ANCHOR: Partial<Record<SetupStep['key'], string>> = { outlet: '#outlet', payments: '#payments', salePrice: '#price', taxes: '#taxes' };

/** What concerns the page as a whole, the most pressing first. */
export const SettingsNotices = ({ form }: { form: SettingsForm }) => {
  const { storeHash } = useSession();
  const { setup, gone, warnings, savedBy } = form.view;
  const missing = setup.filter(({ done, key }) => !done && key !== 'connect');
  return (
    <>
      {form.failure !== null && (
        <Notice kind="error" role="alert" title="Not saved">
          <p>{form.failure} Your changes are still here.</p>
        </Notice>
      )}
      {form.hasNewerVersion && (
        <Notice kind="warning" role="alert" title={`${savedBy ?? 'Somebody'} saved the settings meanwhile`}>
          <p>You see what was saved, with your {form.changes === 1 ? 'change' : `${form.changes} changes`} on top. Look it over, then save again.</p>
          <Actions>
            <Button variant="secondary" mobileWidth="auto" onClick={form.acceptNewerVersion}>
              I have looked it over
            </Button>
          </Actions>
        </Notice>
      )}
      {form.view.isLookedAt && (
        <Notice kind="info" title="Products and counts wait for your yes">
          <p>
            What you saved decides how products or stock are written. Few changes follow by themselves in a moment; many wait until you have seen them.{' '}
            <AppLink href={pagePath(storeHash, 'products')}>See what would change</AppLink>
          </p>
        </Notice>
      )}
      {missing.length > 0 && (
        <Notice kind="warning" title="Nothing syncs until these are set and saved">
          <ul>
            {missing.map((step) => (
              <li key={step.key}>
                <a href={ANCHOR[step.key]}>{step.missing}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {gone.length > 0 && (
        <Notice kind="error" title="No longer in Hike">
          <ul>
            {gone.map(({ path, sentence }) => (
              <li key={path}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice kind="warning" title="The two sides do not fit together">
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
