import { Policy } from './policy';

export default function Page() {
  return (
    <main>
      <h1>Intranet</h1>
      <Policy />
    </main>
  );
}
