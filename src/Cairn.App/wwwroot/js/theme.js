// Classic and blocking on purpose: a theme that a person chose is there before the first paint, so it never flashes.
try {
  const theme = localStorage.getItem('theme');
  if (theme === 'is-dark' || theme === 'is-light') document.documentElement.classList.add(theme);
} catch { /* no storage: the device decides */ }
