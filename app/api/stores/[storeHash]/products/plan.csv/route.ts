import { csvStream } from '../../../../../../lib/web/csv-stream';
import type { StoreParams } from '../../../../../../lib/web/store-params';
import { withSession } from '../../../../../../lib/web/with-session';

/** The dry run for a spreadsheet. */
export const GET = (request: Request, { params }: StoreParams): Promise<Response> =>
  withSession(request, params, async ({ services, storeHash }) => {
    const headers = {
      'Cache-Control': 'no-store',
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="dry-run.csv"',
    };
    return new Response(csvStream(services.pages.planRows(storeHash)), { headers });
  });
