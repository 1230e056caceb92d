// Comfort for respondents: keeps what is answered while it is being answered, also without a network. All works without it.
(() => {
  const form = document.querySelector('[data-answering]');
  const next = document.querySelector('[data-next]');
  if (next) setTimeout(() => next.click(), 20000);
  if (!form) return;

  // A code for the whole question empties the field, and the other way round.
  form.addEventListener('change', (event) => {
    const box = event.target;
    const question = box.closest('.answer-question');
    if (!question || !box.checked && box.type === 'checkbox' || !box.closest('.answer-codes')) return;
    for (const each of question.querySelectorAll('input:not([type="checkbox"]):not([type="hidden"]), textarea, select')) each.value = '';
  });
  form.addEventListener('input', (event) => {
    const field = event.target;
    if (!field.matches('textarea, select, input:not([type="checkbox"]):not([type="radio"])')) return;
    for (const each of field.closest('.answer-question')?.querySelectorAll('.answer-codes input') || []) each.checked = false;
  });
  const wrong = form.querySelector('.answer-wrong');
  if (wrong) wrong.focus();
  form.addEventListener('change', (event) => {
    const question = event.target.closest('.answer-question.wrong');
    if (!question) return;
    question.classList.remove('wrong');
    question.querySelector('.answer-error')?.remove();
    for (const each of question.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
    for (const each of wrong?.querySelectorAll('a') || []) if (each.hash === `#${question.id}`) each.closest('li').remove();
    if (wrong && !form.querySelector('.answer-question.wrong')) wrong.hidden = true;
  });

  const save = form.dataset.save;
  if (!save) return;
  // Loading a refused page again would send the old answers once more and lose what was mended since.
  if (wrong) history.replaceState(history.state, '', `${location.pathname}?at=${encodeURIComponent(form.elements.p_page.value)}`);
  const saved = form.querySelector('.answer-saved');
  const place = form.dataset.local ? `answer:${form.dataset.local}:${form.elements.p_page.value}` : null;
  const fields = () => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== '_csrf');
  const tell = (what) => { saved.textContent = saved.dataset[what] || ''; saved.dataset.state = what; };
  let wait = 0;
  let timer = 0;
  let busy = false;
  let again = false;

  const remember = () => { if (place) try { localStorage.setItem(place, JSON.stringify(fields())); } catch { /* full, or forbidden */ } };
  const forget = () => { if (place) try { localStorage.removeItem(place); } catch { /* forbidden */ } };

  // What did not reach the server before the page was left is put back.
  const restore = () => {
    let kept = null;
    try { kept = place && JSON.parse(localStorage.getItem(place)); } catch { /* nothing readable */ }
    if (!kept) return;
    for (const each of form.querySelectorAll('input[type="radio"], input[type="checkbox"]')) each.checked = false;
    for (const [name, value] of kept) {
      if (name.startsWith('p_') || name.startsWith('_')) continue;
      for (const each of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (each.type === 'radio' || each.type === 'checkbox') each.checked = each.checked || each.value === value;
        else if (each.type !== 'hidden' && each.type !== 'file') each.value = value;
      }
    }
    later(0);
  };

  // An answer has brought up another question, or taken one away.
  const refresh = async () => {
    const answer = await fetch(`${location.pathname}?at=${encodeURIComponent(form.elements.p_page.value)}`);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-answering]');
    if (!fresh || again || fresh.elements.p_page.value !== form.elements.p_page.value) return;
    const seen = new Map([...form.querySelectorAll('.answer-question')].map((each) => [each.id, each]));
    for (const each of fresh.querySelectorAll('.answer-question')) if (seen.has(each.id)) each.replaceWith(seen.get(each.id));
    const focus = document.activeElement;
    const place = focus && focus.selectionStart;
    const old = [...form.querySelectorAll('.answer-section')];
    old[0].before(...fresh.querySelectorAll('.answer-section'));
    for (const each of old) each.remove();
    form.elements.p_shown.value = fresh.elements.p_shown.value;
    if (focus && form.contains(focus)) {
      focus.focus({ preventScroll: true });
      if (typeof place === 'number' && focus.setSelectionRange) focus.setSelectionRange(place, place);
    }
  };

  const send = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
      const answer = await fetch(save, { method: 'POST', body, signal: AbortSignal.timeout(15000) });
      if (answer.status === 410) { forget(); location.reload(); return; }
      if (!answer.ok) throw new Error(String(answer.status));
      wait = 0;
      forget();
      tell('saved');
      const shown = answer.headers.get('X-Shown');
      if (shown && shown !== form.elements.p_shown.value) await refresh();
    } catch {
      remember();
      tell('waiting');
      wait = Math.min(wait ? wait * 2 : 2000, 30000);
      later(wait);
    } finally {
      busy = false;
      if (again) { again = false; later(0); }
    }
  };
  const later = (after) => { clearTimeout(timer); timer = setTimeout(send, after); };

  form.addEventListener('change', () => { remember(); later(300); });
  form.addEventListener('input', () => { remember(); later(1200); });
  addEventListener('online', () => later(0));
  form.addEventListener('submit', (event) => {
    clearTimeout(timer);
    if (!navigator.onLine) {
      event.preventDefault();
      remember();
      tell('offline');
      const button = event.submitter;
      addEventListener('online', () => form.requestSubmit(button), { once: true });
      return;
    }
    forget();
  });
  restore();

  // A small piece of work for links that anybody may use; without it answering is only slower.
  const work = async (challenge) => {
    if (!crypto.subtle) return;
    const text = new TextEncoder();
    for (let n = 0; n < 2000000; n++) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text.encode(`${challenge}.${n}`)));
      if (digest[0] === 0 && digest[1] < 4) { form.elements.p_work.value = String(n); return; }
    }
  };
  if (form.dataset.work) work(form.dataset.work);
})();
