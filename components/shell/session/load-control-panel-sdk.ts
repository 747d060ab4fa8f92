declare global {
  interface Window {
    bcAsyncInit?: () => void;
    Bigcommerce?: { init(options: { onLogout: () => void }): void };
  }
}

let onControlPanelLogout: () => void = () => undefined;
let isLoaded = false;

/**
 * The control panel's script keeps its session alive while somebody works here and says when they log out. It offers
 * no way to end an `init`, so it starts once per page and calls whoever listens last.
 */
export const loadControlPanelSdk = (url: string, onLogout: () => void): void => {
  onControlPanelLogout = onLogout;
  if (isLoaded || url === '') return;
  isLoaded = true;
  window.bcAsyncInit = () => window.Bigcommerce?.init({ onLogout: () => onControlPanelLogout() });
  const script = document.createElement('script');
  script.src = url;
  script.async = true;
  document.head.append(script);
};
