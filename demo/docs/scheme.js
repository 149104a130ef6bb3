// Before the first picture: what this reader chose.
try {
  const chosen = localStorage.getItem('docs-scheme');
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // Then it is the system's.
}
