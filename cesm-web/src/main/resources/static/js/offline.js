// Answers on a device without network: kept here, sent later, each under a number of its own so that it counts once.
(() => {
  const form = document.querySelector('[data-offline]');
  if (!form) return;
  const { ref, link, language, to } = form.dataset;
  const rules = JSON.parse(form.dataset.rules);
  const place = `answers:${ref}`;
  const status = form.querySelector('[data-queue]');
  const wrong = form.querySelector('.answer-wrong');
  const thanks = document.querySelector('[data-thanks]');
  const read = () => JSON.parse(localStorage.getItem(place) || '[]');
  const write = (all) => localStorage.setItem(place, JSON.stringify(all));
  let refused = 0;
  let sent = 0;

  const tell = () => {
    const waiting = read().length;
    status.dataset.state = waiting ? 'waiting' : 'saved';
    const words = waiting === 0 ? form.dataset.ready : waiting === 1 ? form.dataset.one : form.dataset.many.replace('{0}', waiting);
    status.textContent = [words, sent ? form.dataset.sent.replace('{0}', sent) : '', refused ? form.dataset.refused.replace('{0}', refused) : ''].filter(Boolean).join(' ');
  };

  // What is asked follows from what was answered.
  const said = (of) => [...new FormData(form).getAll(of)].filter((it) => it !== '');
  const compare = (all, bound, sign) => all.some((it) => (Number.isNaN(+it) ? it.localeCompare(bound) : +it - +bound) * sign >= 0);
  const holds = ({ of, op, values }) => {
    const all = said(of);
    switch (op) {
      case 'ANSWERED': return all.length > 0;
      case 'UNANSWERED': return all.length === 0;
      case 'IS': case 'INCLUDES': return all.some((it) => values.includes(it));
      case 'IS_NOT': case 'EXCLUDES': return all.length > 0 && all.every((it) => !values.includes(it));
      case 'AT_LEAST': return compare(all, values[0], 1);
      default: return compare(all, values[0], -1);
    }
  };
  const show = () => {
    for (const [key, all] of Object.entries(rules)) {
      const question = document.getElementById(`a-${key}`);
      if (!question) continue;
      const asked = all.every((rule) => (rule.any ? rule.tests.some(holds) : rule.tests.every(holds)));
      question.hidden = !asked;
      for (const each of question.querySelectorAll('input, textarea, select')) each.disabled = !asked;
    }
  };

  const missing = () => [...form.querySelectorAll('.answer-question:not([hidden])')].filter((question) => {
    if (!question.querySelector('.must') || question.querySelector('.answer-codes input:checked')) return false;
    const names = new Set([...question.querySelectorAll('input:not(.beside), textarea, select')].filter((it) => !it.closest('.answer-codes')).map((it) => it.name));
    if (question.classList.contains('answer-RANKING')) return ![...names].some((it) => said(it).length);
    return [...names].some((it) => said(it).length === 0);
  });

  const flush = async () => {
    for (const answer of read()) {
      let response;
      try {
        response = await fetch(to, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ link, offline: true, ...answer }), signal: AbortSignal.timeout(20000) });
      } catch { break; }
      if (response.status === 429 || response.status >= 500) break;
      if (response.ok) sent += 1;
      else {
        // Kept aside, so that nothing that was answered is thrown away.
        refused += 1;
        localStorage.setItem(`${place}:refused`, JSON.stringify([...JSON.parse(localStorage.getItem(`${place}:refused`) || '[]'), answer]));
      }
      write(read().filter((it) => it.key !== answer.key));
      tell();
    }
    tell();
  };
  let flushing = Promise.resolve();
  const soon = () => { flushing = flushing.then(flush, flush); };

  form.addEventListener('change', show);
  form.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const open = missing();
    for (const each of form.querySelectorAll('.answer-question')) each.classList.toggle('wrong', open.includes(each));
    wrong.hidden = open.length === 0;
    if (open.length) {
      wrong.firstElementChild.textContent = open.length === 1 ? form.dataset.missingOne : form.dataset.missing.replace('{0}', open.length);
      wrong.focus();
      open[0].scrollIntoView({ block: 'center' });
      return;
    }
    const answers = {};
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && value !== '') answers[name] = [...(answers[name] || []), value];
    const key = `${Date.now().toString(36)}-${[...crypto.getRandomValues(new Uint8Array(12))].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
    write([...read(), { key, answeredAt: new Date().toISOString(), language, answers }]);
    form.reset();
    show();
    tell();
    form.hidden = true;
    thanks.hidden = false;
    thanks.focus();
    soon();
    timer = setTimeout(again, 20000);
  });
  let timer = 0;
  const again = () => { clearTimeout(timer); thanks.hidden = true; form.hidden = false; scrollTo(0, 0); };
  thanks.querySelector('[data-again]').addEventListener('click', again);
  addEventListener('online', soon);
  setInterval(soon, 60000);

  show();
  tell();
  soon();
  if ('serviceWorker' in navigator) {
    navigator.serviceWorker.register(form.dataset.worker).then(() => navigator.serviceWorker.ready).then((it) => {
      const files = performance.getEntriesByType('resource').map((each) => each.name).filter((name) => !name.includes('/a/answers'));
      it.active.postMessage([location.href.split('?')[0], ...files]);
    }).catch(() => { /* the page works as long as it stays open */ });
    navigator.serviceWorker.addEventListener('message', () => { form.dataset.kept = 'true'; });
  }
})();
