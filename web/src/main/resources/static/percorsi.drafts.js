// Keeps what is typed on the server, never in the browser.
const keepDrafts = () => document.querySelectorAll('[data-draft]').forEach((says) => {
  const form = says.closest('form');
  const login = form.querySelector('[data-draft-login]');
  const instead = form.querySelector('[data-draft-instead]');
  let typed = 0;
  let kept = 0;
  let waiting = null;
  let sending = false;
  let over = false;
  const here = new AbortController();
  const later = (time) => {
    waiting ??= here.signal.aborted ? null : setTimeout(keep, time);
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
    const leaving = event?.type === 'pagehide' || event?.type === 'page:left';
    clearTimeout(waiting);
    waiting = null;
    if (!form.isConnected && !leaving) {
      later(3000);
      return;
    }
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
      const answer = await fetch('/drafts', {
        method: 'POST',
        headers: { Accept: 'text/plain' },
        body: new URLSearchParams(new FormData(form)),
        keepalive: leaving,
        signal: AbortSignal.timeout(8000),
      });
      if (here.signal.aborted) {
        return;
      }
      await answered(answer, upTo);
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
  addEventListener('focus', back, here);
  document.addEventListener('visibilitychange', back, here);
  instead.addEventListener('click', () => {
    form.elements.draftWaiting?.remove();
    keep();
  });
  form.addEventListener('input', () => {
    typed += 1;
    later(over ? 3000 : 1000);
  });
  addEventListener('pagehide', (event) => typed !== kept && keep(event), here);
  document.addEventListener('page:locking', (event) => typed !== kept && event.detail.push(keep()), here);
  document.addEventListener(
    'page:left',
    (event) => {
      if (typed !== kept && event.detail !== form) {
        keep(event);
      }
      clearTimeout(waiting);
      here.abort();
    },
    here,
  );
});
keepDrafts();
document.addEventListener('page:shown', keepDrafts);
