import { WelcomePage } from '../components/welcome/welcome-page';

export default function Page() {
  return <WelcomePage />;
}
