// Comfort on top of pages that work without it. Behaviour hangs on data attributes; nothing here holds data of the product.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const base = document.body.dataset.base || '';
  // letters in a box that is ticked go on being keys
  const typing = (el) => el && (el.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName) && !/^(checkbox|radio|button|submit)$/.test(el.type)));

  // Menus close on Esc and on a click elsewhere.
  document.addEventListener('click', (event) => {
    for (const open of document.querySelectorAll('details.menu[open], details.confirm[open]')) {
      if (!open.contains(event.target)) open.open = false;
    }
    const theme = event.target.closest('[data-theme-set]');
    if (theme) {
      event.preventDefault();
      const wish = theme.dataset.themeSet;
      document.cookie = `cesm_theme=${wish};path=${base}/;max-age=31536000;samesite=lax${location.protocol === 'https:' ? ';secure' : ''}`;
      for (const each of document.querySelectorAll('[data-theme-set]')) {
        each.setAttribute('aria-pressed', String(each === theme));
      }
      window.cesmTheme(wish);
    }
    if (event.target.closest('[data-keys]')) {
      event.preventDefault();
      showKeys();
    }
    const opener = event.target.closest('[data-menu-open], [data-menu-close]');
    if (opener) {
      event.preventDefault();
      menu(opener.hasAttribute('data-menu-open'));
    }
  });

  // :target shows the sidebar on a phone; history is not filled with it.
  function menu(open) {
    location.replace(open ? '#sidebar' : '#main');
    (open ? $('#sidebar .side-close') : $('[data-menu-open]'))?.focus();
  }

  function showKeys() {
    const keys = $('#keys');
    if (keys && !keys.open) keys.showModal();
  }

  // Keyboard.
  let prefix = '';
  const places = { w: '/work', e: '/expectations', t: '/top-issues', c: '/customers' };
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      const form = event.target.closest?.('form');
      if (form && form.method === 'post') {
        event.preventDefault();
        form.requestSubmit();
      }
      return;
    }
    if (event.key === 'Escape') {
      const open = $('details.menu[open], details.confirm[open]');
      if (open) {
        open.open = false;
        $('summary', open).focus();
      } else if (location.hash === '#sidebar') {
        menu(false);
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || $('dialog[open]')) return;
    if (prefix === 'g') {
      prefix = '';
      if (places[event.key]) {
        event.preventDefault();
        location.href = base + places[event.key];
      }
      return;
    }
    if (event.key === '/') {
      event.preventDefault();
      const find = $('#find');
      if (find && find.offsetParent) find.focus();
      else location.href = base + '/search';
    } else if (event.key === '?') {
      event.preventDefault();
      showKeys();
    } else if (event.key === 'g') {
      prefix = 'g';
      setTimeout(() => { prefix = ''; }, 1200);
    } else if (event.key === 'j' || event.key === 'k') {
      step(event.key === 'j' ? 1 : -1);
    } else {
      const link = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
      if (link) {
        event.preventDefault();
        link.click();
      }
    }
  });

  function step(by) {
    const links = [...document.querySelectorAll('.table .lead a, [data-row] a')].filter((it) => it.offsetParent);
    if (!links.length) return;
    const here = links.indexOf(document.activeElement);
    links[Math.min(links.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : links.length - 1) : here + by))].focus();
  }

  // A box that suggests: the server sends a list of role=option links or values.
  function suggest(input, list, address, choose) {
    let timer = 0;
    let request = null;
    const options = () => [...list.querySelectorAll('[role="option"]')];
    const mark = (option) => {
      for (const each of options()) each.setAttribute('aria-selected', String(each === option));
      if (option) {
        option.id ||= `${list.id}-${options().indexOf(option)}`;
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    };
    const close = () => {
      list.hidden = true;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    };
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);
    // With the customer chosen, an empty field already offers their people.
    const known = () => (input.dataset.pickWith || '').split(' ').filter(Boolean).some((name) => document.getElementsByName(name)[0]?.value);
    const ask = async () => {
      request?.abort();
      const text = input.value.trim();
      if (!text && !known()) return close();
      request = new AbortController();
      try {
        const answer = await fetch(address(text), { headers: { 'X-Requested-With': 'fetch', 'HX-Request': 'true' }, signal: request.signal });
        if (!answer.ok || answer.redirected) return close();
        list.innerHTML = await answer.text();
        list.hidden = false;
        input.setAttribute('aria-expanded', 'true');
      } catch (ignored) {
        // typed on, or offline: the form still works
      }
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 160);
    });
    input.addEventListener('focus', () => { if (!input.value.trim() && known()) { ask(); return; } if (input.value.trim() && list.hidden && list.childElementCount) { list.hidden = false; input.setAttribute('aria-expanded', 'true'); } });
    input.addEventListener('keydown', (event) => {
      const all = options();
      const at = all.findIndex((it) => it.getAttribute('aria-selected') === 'true');
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden || !all.length) return;
        event.preventDefault();
        mark(all[(at + (event.key === 'ArrowDown' ? 1 : all.length - (at < 0 ? 0 : 1))) % all.length]);
      } else if (event.key === 'Enter' && at >= 0 && !list.hidden) {
        event.preventDefault();
        choose(all[at]);
        close();
      } else if (event.key === 'Escape') {
        if (!list.hidden) event.stopPropagation();
        close();
      }
    });
    list.addEventListener('mousedown', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option && event.button === 0 && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        choose(option);
        close();
      }
    });
    input.addEventListener('blur', () => setTimeout(close, 150));
  }

  const find = $('#find');
  if (find) {
    suggest(find, $('#find-list'), (text) => `${find.dataset.suggest}?q=${encodeURIComponent(text)}`, (option) => {
      location.href = option.getAttribute('href') || option.dataset.href;
    });
  }

  // Fields that pick a record: <input data-pick="/customers/suggest" data-pick-into="id of the hidden field">.
  function pickers(root) {
    for (const input of root.querySelectorAll('[data-pick]')) {
      if (input.dataset.ready) continue;
      input.dataset.ready = 'true';
      const list = document.createElement('div');
      list.className = 'suggest';
      list.id = `${input.id || 'pick'}-list`;
      list.hidden = true;
      const box = document.createElement('div');
      box.className = 'picker';
      const here = input.autofocus || document.activeElement === input; // moving it takes the focus away
      input.before(box);
      box.append(input, list);
      if (here) input.focus();
      const into = document.getElementById(input.dataset.pickInto);
      suggest(input, list, (text) => {
        const glue = input.dataset.pick.includes('?') ? '&' : '?';
        const more = (input.dataset.pickWith || '').split(' ').filter(Boolean)
          .map((name) => `&${name}=${encodeURIComponent(document.getElementsByName(name)[0]?.value || '')}`).join('');
        return `${input.dataset.pick}${glue}q=${encodeURIComponent(text)}${more}`;
      }, take);
      function take(option) {
        input.value = option.dataset.text || option.textContent.trim();
        if (into) {
          into.disabled = false;
          into.value = option.dataset.value || '';
          into.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
      // Enter means "this one", never "send the form before anybody is chosen".
      input.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !into || into.value || !input.value.trim()) return;
        event.preventDefault();
        const found = list.querySelectorAll('[role="option"]');
        if (!list.hidden && found.length === 1) {
          take(found[0]);
          list.hidden = true;
          input.setAttribute('aria-expanded', 'false');
        }
      });
      input.addEventListener('input', () => { if (into && into.value) { into.value = ''; into.dispatchEvent(new Event('change', { bubbles: true })); } });
    }
  }

  // Text areas grow with their text; filters that say so are sent when they change; one sending per form.
  function grow(area) {
    area.style.height = 'auto';
    area.style.height = `${Math.min(480, area.scrollHeight + 2)}px`;
  }
  document.addEventListener('input', (event) => { if (event.target.matches?.('[data-grow]')) grow(event.target); });
  document.addEventListener('change', (event) => { if (event.target.matches?.('[data-send]')) event.target.form?.requestSubmit(); });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.method === 'get') {
      for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
      setTimeout(() => { for (const field of form.elements) field.disabled = false; }, 0);
      return;
    }
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 3000) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = String(Date.now());
  });

  // What a browser refuses inside something folded could not be seen, and nothing would happen: it is unfolded.
  const unfold = (field) => { for (let it = field.parentElement; it; it = it.parentElement) if (it.tagName === 'DETAILS') it.open = true; };
  document.addEventListener('invalid', (event) => unfold(event.target), true);

  // A draft of a form stays in this browser until it is saved: <form data-draft="key">. Passwords and files are not kept.
  function draft(form) {
    const key = `cesm.draft.${form.dataset.draft}`;
    const fields = () => [...form.elements].filter((it) => it.name && !it.name.startsWith('_') && !/^(file|password|submit|button)$/.test(it.type) && it.name !== 'version');
    const store = {
      read() { try { return JSON.parse(localStorage.getItem(key) || 'null'); } catch (ignored) { return null; } },
      write(value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch (ignored) { /* full or forbidden */ } },
      clear() { try { localStorage.removeItem(key); } catch (ignored) { /* forbidden */ } },
    };
    const kept = store.read();
    const untouched = fields().every((it) => it.type === 'hidden' || it.tagName === 'SELECT' || !it.value || it.type === 'checkbox' || it.type === 'radio' || it.defaultValue === it.value);
    if (kept && Date.now() - kept.at < 7 * 864e5 && untouched && !form.querySelector('.wrong')) {
      const empty = fields().filter((it) => !it.value);
      let restored = false;
      for (const field of empty) {
        if (kept.values[field.name]) {
          field.value = kept.values[field.name];
          restored = true;
          unfold(field);
          field.dispatchEvent(new Event('change', { bubbles: true }));
        }
      }
      const note = $('[data-draft-note]', form);
      if (restored && note) {
        note.hidden = false;
        $('[data-draft-drop]', note)?.addEventListener('click', (event) => {
          event.preventDefault();
          store.clear();
          location.reload();
        });
      }
    }
    let timer = 0;
    const keep = () => {
      const values = {};
      for (const field of fields()) {
        if ((field.type !== 'checkbox' && field.type !== 'radio') && field.value) values[field.name] = field.value;
      }
      store.write({ at: Date.now(), values });
    };
    form.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    });
    form.addEventListener('submit', () => {
      clearTimeout(timer);
      if (navigator.onLine === false) keep();
      else sessionStorage.setItem('cesm.draft.sent', key);
    });
  }
  const sent = sessionStorage.getItem('cesm.draft.sent');
  if (sent) {
    sessionStorage.removeItem('cesm.draft.sent');
    if (!$('form .wrong, .form-errors, .overtaken') && $('.flash')) localStorage.removeItem(sent);
  }

  function ready(root) {
    for (const area of root.querySelectorAll('[data-grow]')) grow(area);
    pickers(root);
    for (const form of root.querySelectorAll('form[data-draft]')) draft(form);
  }
  ready(document);
  document.addEventListener('htmx:load', (event) => { if (event.target !== document.body) pickers(event.target); });
  // where something is to be mended; the summary is read out by itself, and focused if nothing is marked
  const wrong = $('.form-errors') && $('form .wrong :is(input:not([type=hidden]), select, textarea)');
  (wrong || $('.form-errors, .overtaken'))?.focus();

  // What is sent from a page whose session has ended comes back after the sign-in, in this tab and to the same person only.
  const lost = {
    key: 'cesm.typed',
    read() { try { return JSON.parse(sessionStorage.getItem(this.key) || 'null'); } catch (ignored) { return null; } },
    write(value) { try { sessionStorage.setItem(this.key, JSON.stringify(value)); } catch (ignored) { /* full or forbidden */ } },
    drop() { try { sessionStorage.removeItem(this.key); } catch (ignored) { /* forbidden */ } },
  };
  const who = document.body.dataset.who;
  const page = location.pathname + location.search;
  const typed = (form) => [...form.elements].filter((it) => it.name && !it.name.startsWith('_') && !/^(file|password|submit|button|fieldset)$/.test(it.type));
  function keepTyped(form) {
    if (!who || form?.method !== 'post' || form.querySelector('input[type=password]')) return;
    const values = typed(form).filter((it) => !/^(checkbox|radio)$/.test(it.type) || it.checked).map((it) => [it.name, it.value]);
    lost.write({ at: Date.now(), who, page, action: form.getAttribute('action'), values });
  }
  function restoreTyped(kept) {
    const form = [...document.querySelectorAll('form[method=post]')].find((it) => it.getAttribute('action') === kept.action && typed(it).length);
    if (!form) return;
    const left = kept.values.slice();
    for (const field of typed(form)) {
      const box = /^(checkbox|radio)$/.test(field.type);
      const at = left.findIndex(([name, value]) => name === field.name && (!box || value === field.value));
      if (box) field.checked = at >= 0;
      else if (at >= 0) {
        if (field.type !== 'hidden' && field.value !== left[at][1]) unfold(field);
        field.value = left[at][1];
      }
      if (at >= 0) left.splice(at, 1);
    }
    unfold(form);
    const note = document.createElement('p');
    note.className = 'notice-box';
    note.setAttribute('role', 'alert');
    note.textContent = document.body.dataset.restored;
    form.prepend(note);
    note.scrollIntoView({ block: 'center' });
  }
  document.addEventListener('submit', (event) => { if (!event.defaultPrevented) keepTyped(event.target); });
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.xhr.getResponseHeader('HX-Refresh')) keepTyped(event.target.closest?.('form'));
  });
  const kept = lost.read();
  if (kept && $('form[action$="/login"]')) {
    if ($('.flash') || Date.now() - kept.at > 18e5) lost.drop();
    else {
      lost.write({ ...kept, lost: true });
      $('[data-kept-note]').hidden = false;
    }
  } else if (kept && who) {
    const again = kept.lost || location.hash === '#again';
    if (!again || kept.who !== who || kept.page === page) lost.drop();
    if (again && kept.who === who && kept.page === page) restoreTyped(kept);
  }

  // An expired session answers with the sign-in page: the whole page goes there, not a part of it.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const target = event.detail.xhr.responseURL || '';
    if (new URL(target, location.href).pathname.endsWith('/login')) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });
})();
