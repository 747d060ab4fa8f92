/** Where the end-to-end tests find their servers; apart from the demo's ports, so that both can run. */
export const PORTS = { app: 3100, bigcommerce: 4110, hike: 4120, control: 4130 };

/** App on `localhost`, control panel on `127.0.0.1`: to the browser two sites, as they are in life. */
export const SERVERS = {
  appUrl: `http://localhost:${PORTS.app}`,
  bigcommerceUrl: `http://127.0.0.1:${PORTS.bigcommerce}`,
  hikeUrl: `http://127.0.0.1:${PORTS.hike}`,
  controlUrl: `http://127.0.0.1:${PORTS.control}`,
};
