// Locks the screen by itself when nobody types or moves for the minutes the server says, and with its button. The page
// is put away, not left: the password brings it back as it was, with what was being typed. Live updates do not count.
const tabs = new BroadcastChannel('percorsi');
const moved = { at: Date.now(), told: 0, where: '' };
let away = null;
let locking = false;

function active(event) {
  const where = `${event.screenX} ${event.screenY}`;
  if (event.isTrusted && (event.type !== 'pointermove' || where !== moved.where)) {
    moved.where = where;
    moved.at = Date.now();
    if (moved.at - moved.told > 1000) {
      moved.told = moved.at;
      tabs.postMessage('active');
    }
  }
}
['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchmove'].forEach((kind) =>
  addEventListener(kind, active, { capture: true, passive: true }),
);

const send = (form) => {
  const body = new URLSearchParams(new FormData(form));
  body.set('here', 'true');
  return fetch(form.action, { method: 'POST', body, redirect: 'manual', headers: { Accept: 'text/html' } });
};

function put(page) {
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  document.querySelector('[autofocus]').focus();
}

async function lock() {
  const form = document.querySelector('[data-lock]');
  if (!form || away || locking) {
    return;
  }
  locking = true;
  try {
    const kept = [];
    document.dispatchEvent(new CustomEvent('page:locking', { detail: kept }));
    await Promise.all(kept);
    await send(form);
    const answer = await fetch('/unlock', { headers: { Accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.dispatchEvent(new CustomEvent('page:covered'));
    if (page.querySelector('[data-unlock]')) {
      away = {
        nodes: [...document.body.childNodes],
        title: document.title,
        focus: document.activeElement,
        scroll: [scrollX, scrollY],
      };
      put(page);
    } else if (page.querySelector('[data-lock]')) {
      moved.at += 10_000; // the server could not: once more in a while
    } else {
      location.assign(location.href); // the session is over
    }
  } catch {
    // Without network it is tried again: leaving now would lose what is typed.
  }
  locking = false;
}

function unlock() {
  const page = away;
  if (page) {
    away = null;
    moved.at = Date.now();
    document.title = page.title;
    document.body.replaceChildren(...page.nodes);
    scrollTo(...page.scroll);
    page.focus.focus({ preventScroll: true });
  }
}

tabs.addEventListener('message', (event) => {
  if (event.data === 'active') {
    moved.at = Date.now();
  } else {
    unlock();
  }
});

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (form.matches('[data-lock]')) {
    event.preventDefault();
    lock();
  } else if (away && form.matches('[data-unlock]')) {
    event.preventDefault();
    const answer = await send(form);
    if (answer.status === 204) {
      tabs.postMessage('unlocked');
      unlock();
    } else if (answer.status === 422) {
      put(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    } else {
      location.assign(location.href);
    }
  }
});

setInterval(() => {
  const form = document.querySelector('[data-lock]');
  if (form && Date.now() - moved.at >= form.dataset.lock * 1000) {
    lock();
  }
}, 1000);
