// Everything works without this file. It sends the main form with Ctrl+Enter, moves to the mistakes, prints,
// goes about the agenda with the arrows, keeps a time as soon as it is chosen,
// and keeps what is typed on the server, never in the browser.
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
document.querySelectorAll('[data-draft]').forEach((says) => {
  const form = says.closest('form');
  const login = form.querySelector('[data-draft-login]');
  const instead = form.querySelector('[data-draft-instead]');
  let typed = 0;
  let kept = 0;
  let waiting = null;
  let sending = false;
  let over = false;
  const later = (time) => {
    waiting ??= setTimeout(keep, time);
  };
  const say = (text, way) => {
    if (says.textContent !== text) {
      says.textContent = text;
    }
    login.hidden = way !== login;
    instead.hidden = way !== instead;
  };
  // After logging in again elsewhere the form's keys are old: the page is asked for new ones, but only when somebody
  // is back here, because asking while they log in would start another session under their hands.
  const renew = async () => {
    const page = await fetch(form.elements.draftPage.value, { headers: { Accept: 'text/html' } });
    const fresh = new DOMParser().parseFromString(await page.text(), 'text/html');
    const same = fresh.querySelector(`[name=draftForm][value="${form.elements.draftForm.value}"]`)?.closest('form');
    ['_csrf', 'formKey'].forEach((name) => {
      if (same) {
        form.elements[name].value = same.elements[name].value;
      }
    });
  };
  const answered = async (answer, upTo) => {
    if (answer.ok && !answer.redirected) {
      kept = upTo;
      say(`Bozza salvata alle ${await answer.text()}`);
    } else if (answer.status === 413) {
      kept = upTo;
      say('Il testo è troppo lungo per la bozza: invialo o accorcialo.');
    } else if (answer.status === 412) {
      say('In un\'altra scheda hai cambiato incarico: il testo resta qui e non si salva finché non torni a quello di prima.');
    } else if (answer.redirected || answer.status === 401 || answer.status === 403) {
      say('La sessione è finita: il testo resta qui. Entra e continua.', login);
      over = true;
    } else {
      say('La bozza non si salva: il testo resta qui.');
      if (answer.status === 409) {
        await renew();
      }
    }
  };
  // One after the other: what was typed before never lands on what was typed after.
  async function keep(event) {
    const leaving = event?.type === 'pagehide';
    waiting = null;
    if (form.elements.draftWaiting) {
      say('C\'è già una bozza: riprendila qui sopra, o premi il pulsante qui sotto per salvare questo testo al suo posto.', instead);
      return;
    }
    if (sending && !leaving) {
      later(300);
      return;
    }
    sending = true;
    const upTo = typed;
    try {
      if (over && !leaving) {
        over = false;
        await renew();
      }
      await answered(
        await fetch('/drafts', {
          method: 'POST',
          headers: { Accept: 'text/plain' },
          body: new URLSearchParams(new FormData(form)),
          keepalive: leaving,
          signal: AbortSignal.timeout(8000),
        }),
        upTo,
      );
    } catch {
      say('Non collegato: il testo resta qui.');
    }
    sending = false;
    if (typed !== kept && !over) {
      later(kept === upTo ? 1000 : 3000);
    }
  }
  const back = () => {
    if (over && typed !== kept && document.visibilityState === 'visible') {
      keep();
    }
  };
  addEventListener('focus', back);
  document.addEventListener('visibilitychange', back);
  instead.addEventListener('click', () => {
    form.elements.draftWaiting?.remove();
    keep();
  });
  form.addEventListener('input', () => {
    typed += 1;
    later(over ? 3000 : 1000);
  });
  addEventListener('pagehide', (event) => {
    if (typed !== kept) {
      keep(event);
    }
  });
});
