'use client';

import { Button } from '@bigcommerce/big-design';
import { useDownload } from '../../shell/session/use-download';
import { FailureNotice } from '../../ui/failure-notice';

/** All of the dry run, product by product and field by field. */
export const PlanDownload = () => {
  const download = useDownload('products/plan.csv', 'dry-run.csv');
  return (
    <>
      <Button variant="secondary" mobileWidth="auto" isLoading={download.isRunning} onClick={() => void download.run()}>
        Download as CSV
      </Button>
      {download.error && <FailureNotice title="The file could not be made" message={download.error.message} onClose={download.clear} />}
    </>
  );
};
