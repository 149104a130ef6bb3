import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata = { title: 'Intranet', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl">
      <body>
        <Link href="/">Home</Link>
        {children}
      </body>
    </html>
  );
}
