// Everything works without this file. It sends the main form with Ctrl+Enter, moves to the mistakes, prints,
// goes about the agenda with the arrows, and keeps a time as soon as it is chosen.
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.target.closest('form')?.requestSubmit();
  }
});
document.querySelector('.error-summary')?.focus();
document.querySelector('[data-print]')?.addEventListener('click', () => window.print());
document.querySelector('table.week')?.addEventListener('keydown', (event) => {
  const cell = event.target.closest('td');
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const reachable = (place) => [...(place?.querySelectorAll('a') ?? [])];
  const step = steps[event.key];
  if (!cell || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (step) {
    event.preventDefault();
    const here = reachable(cell);
    const beside = here[here.indexOf(event.target) + step[0]];
    let [row, column] = [cell.parentElement, cell.cellIndex];
    let next = step[0] ? beside : null;
    while (!next && row && row.cells[column]) {
      [row, column] = step[0]
        ? [step[0] > 0 ? row.nextElementSibling : row.previousElementSibling, column]
        : [row, column + step[1]];
      next = reachable(row?.cells[column]).at(step[0] < 0 ? -1 : 0);
    }
    next?.focus();
  }
  const turn = { PageUp: 'prev', PageDown: 'next' }[event.key];
  if (turn) {
    event.preventDefault();
    document.querySelector(`a[rel=${turn}]`).click();
  }
  if (event.target.matches('a.busy')) {
    const attendance = { p: 'arrival', a: 'absence' }[event.key.toLowerCase()];
    const form = document.querySelector('#attendance');
    if (attendance && form && event.target.dataset.state === 'BOOKED') {
      form.action = `${event.target.pathname}/${attendance}`;
      form.requestSubmit();
    }
    if (event.key.toLowerCase() === 'm') {
      location.assign(`/agenda?move=${event.target.pathname.split('/').pop()}`);
    }
  }
});
document.querySelector('[data-hold]')?.closest('form').addEventListener('change', async (event) => {
  if (event.target.name !== 'slot') {
    return;
  }
  const form = event.currentTarget;
  const says = form.querySelector('[data-hold]');
  const answer = await fetch(`${form.action}/hold`, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
  says.hidden = false;
  says.textContent = answer.ok ? says.dataset.hold : says.dataset.lost;
});
