/** Lets somebody keep a file that was made here. */
export function saveFile(file: File): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: file.name });
  link.click();
  // The saving has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
