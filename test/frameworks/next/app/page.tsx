import Link from 'next/link';
import { Policy } from './policy';

export default function Page() {
  return (
    <main>
      <h1>Intranet</h1>
      <Policy />
      <Link href="/rendered">Rendered</Link>
    </main>
  );
}
