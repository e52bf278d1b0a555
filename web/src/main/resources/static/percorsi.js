// Everything works without this file. It sends the main form with Ctrl+Enter, chooses a time with its number,
// moves to the mistakes, prints, goes about the agenda with the arrows, marks who came with P and A and keeps a time as soon as it is chosen.
// Everything listens on the document, so it goes on working when another page takes the place of this one.
let holding = Promise.resolve();
const free = (event) => !(event.ctrlKey || event.metaKey || event.altKey);
document.addEventListener('keydown', (event) => {
  const form = event.target.closest('form');
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    form?.requestSubmit();
  }
  const slot = form?.querySelectorAll('[name=slot][type=radio]')[event.key - 1];
  if (slot && free(event) && !event.target.matches('textarea, input:not([type=radio])')) {
    event.preventDefault();
    slot.checked = true;
    slot.dispatchEvent(new Event('change', { bubbles: true }));
  }
});
document.addEventListener('keydown', (event) => {
  const marks = event.target.closest('fieldset.marks');
  const mark = { p: 'ARRIVE', a: 'MISS' }[event.key.toLowerCase()];
  if (marks && mark && free(event)) {
    const all = [...document.querySelectorAll('fieldset.marks')];
    marks.querySelector(`[value=${mark}]`).checked = true;
    (all[all.indexOf(marks) + 1]?.querySelector(':checked, input') ?? event.target.form.querySelector('[name=others]')).focus();
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-print]')) {
    window.print();
  }
});
document.addEventListener('keydown', (event) => {
  const cell = event.target.closest('table.week td');
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  const reachable = (place) => [...(place?.querySelectorAll('a') ?? [])];
  const step = steps[event.key];
  if (!cell || !free(event)) {
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
      const move = Object.assign(document.createElement('a'), { href: `/agenda?move=${event.target.pathname.split('/').pop()}` });
      cell.append(move);
      move.click();
    }
  }
});
document.addEventListener('change', (event) => {
  const form = event.target.form;
  const says = form?.querySelector('[data-hold]');
  if (!says || event.target.name !== 'slot') {
    return;
  }
  const hold = async () => {
    const answer = await fetch(`${form.action}/hold`, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    says.hidden = false;
    says.textContent = answer.ok ? says.dataset.hold : says.dataset.lost;
  };
  holding = holding.then(hold).catch(() => {});
});
// A panel's case: a digit decides and goes to the reason, a ready one is put there, arrows or J and K go about the queue.
const decide = (form, choice) => {
  choice.checked = true;
  form.elements.why.focus();
  form.elements.why.dispatchEvent(new Event('input', { bubbles: true }));
};
document.addEventListener('keydown', (event) => {
  const form = event.target.closest('form');
  const choice = form?.querySelectorAll('[name=decision][type=radio]')[event.key - 1];
  if (choice && free(event) && !event.target.matches('textarea, select, input:not([type=radio])')) {
    event.preventDefault();
    decide(form, choice);
  }
  const queue = [...(event.target.closest('nav.queue')?.querySelectorAll('a') ?? [])];
  const step = { ArrowUp: -1, k: -1, ArrowDown: 1, j: 1 }[event.key];
  const next = step && queue[queue.indexOf(event.target) + step];
  if (next && free(event)) {
    event.preventDefault();
    next.focus();
  }
});
document.addEventListener('click', (event) => {
  const phrase = event.target.closest('a[data-phrase]');
  const form = phrase?.closest('form');
  if (phrase && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    form.elements.why.value = [form.elements.why.value.trim(), phrase.textContent].filter(Boolean).join('\n');
    decide(form, form.querySelector(`[name=decision][value=${phrase.dataset.decision}]`));
  }
});
// Where one goes on from: what is wrong, what the page says, or the first thing that is missing.
const start = () =>
  document.querySelector('.error-summary') ??
  document.querySelector('main [autofocus]') ??
  [...document.querySelectorAll('[data-fill] :is(input[type=text], input[type=radio], select)')].find(
    (field) => !(field.form.elements[field.name].value ?? field.value) && field.checkVisibility(),
  );
document.querySelector('.error-summary, [data-fill]') && start()?.focus();
