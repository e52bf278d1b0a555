// Everything works without this file. It sends the main form with Ctrl+Enter, moves to the mistakes, and prints.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.target.closest('form')?.requestSubmit();
  }
});
document.querySelector('.error-summary')?.focus();
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
