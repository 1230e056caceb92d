// Sets light or dark before the page is painted.
(() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const wish = root.dataset.theme || 'auto';
    root.setAttribute('data-bs-theme', wish === 'auto' ? (dark.matches ? 'dark' : 'light') : wish);
    document.dispatchEvent(new CustomEvent('cesm:theme'));
  };
  apply();
  dark.addEventListener('change', apply);
  window.cesmTheme = (wish) => {
    root.dataset.theme = wish;
    apply();
  };
})();
