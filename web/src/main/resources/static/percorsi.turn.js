// Turns pages in place: what is inside [data-swap] leads to the same addresses, answers and history as without this
// file, but the page that comes takes the place of this one without a load, and the focus goes where work goes on.
const says = document.createElement('p');
says.className = 'visually-hidden';
says.setAttribute('role', 'status');
document.body.append(says);
const place = () => location.pathname + location.search;
let shown = place();
let turning = null;
document.addEventListener('page:covered', () => turning?.abort());

function show(page, kept) {
  document.title = page.title;
  says.className = 'visually-hidden';
  document.body.replaceChildren(...page.body.childNodes, says);
  document.dispatchEvent(new CustomEvent('page:shown'));
  const main = document.querySelector('main');
  const named = (id) => (id ? document.getElementById(id) : null);
  scrollTo(0, 0);
  (document.querySelector('.error-summary') ?? named(decodeURIComponent(location.hash.slice(1))) ?? start() ?? named(kept) ?? main).focus();
  const news = [...main.querySelectorAll('[role=status]:not([hidden]), [role=alert]')].map((each) => each.innerText);
  says.textContent = '';
  setTimeout(() => {
    says.textContent = [page.title, ...news].join('. ');
  }, 150);
}

async function turn(url, request = {}, form = null, history = 'pushState') {
  turning?.abort();
  const mine = new AbortController();
  turning = mine;
  const before = { path: location.pathname, id: document.activeElement?.id };
  const main = document.querySelector('main');
  main.setAttribute('aria-busy', 'true');
  try {
    await holding;
    const answer = await fetch(url, { headers: { Accept: 'text/html' }, signal: mine.signal, ...request });
    const html = answer.headers.get('Content-Type')?.startsWith('text/html');
    const page = html ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    const address = answer.redirected || !form ? new URL(answer.url) : null;
    // Whoever is no longer logged in, or asked for a file, gets it as without this file.
    if (address && !page?.querySelector('[data-lock]')) {
      location.assign(answer.redirected ? answer.url : url);
      return;
    }
    if (mine.signal.aborted) {
      return;
    }
    document.dispatchEvent(new CustomEvent('page:left', { detail: form }));
    if (address) {
      address.hash = answer.redirected ? '' : new URL(url, location.href).hash;
      window.history[address.href === location.href ? 'replaceState' : history](null, '', address);
    }
    shown = place();
    show(page, form && before.path === location.pathname ? before.id : null);
  } catch {
    main.removeAttribute('aria-busy');
    if (!mine.signal.aborted) {
      says.textContent = '';
      says.textContent = 'Non collegato: la pagina resta qui. Riprova.';
      says.className = 'alert alert-warning';
      main.prepend(says);
    }
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('[data-swap] a[href], a[href][data-swap]');
  const plain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link && plain && !event.defaultPrevented && !link.target && !link.hasAttribute('download') && link.origin === location.origin && !link.getAttribute('href').startsWith('#')) {
    event.preventDefault();
    turn(link.href);
  }
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.closest('[data-swap]') || event.defaultPrevented || form.enctype.startsWith('multipart')) {
    return;
  }
  event.preventDefault();
  const typed = new URLSearchParams(new FormData(form, event.submitter));
  const to = new URL(event.submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? '', location.href);
  if (form.method === 'get') {
    to.search = typed;
    turn(to.href);
  } else {
    turn(to.href, { method: 'POST', body: typed }, form);
  }
});

addEventListener('popstate', () => {
  if (place() !== shown) {
    turn(location.href, {}, null, 'replaceState');
  }
});
