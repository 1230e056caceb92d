// Draws charts from data that is in the page or comes from an address, and keeps the table twin at hand.
//
//   <figure class="chart" data-chart="aging-data" data-height="280">
//     <figcaption>Ageing by tier</figcaption>
//     <script type="application/json" id="aging-data">{"kind":"bar","label":"…","unit":"","x":["0–7 d","8–30 d"],"series":[{"name":"Tier 1","data":[3,4],"color":"E"}],"stack":true}</script>
//     <table class="table"> the same figures </table>
//   </figure>
//
// kind: bar, line, waterfall, heat; pie is not offered. Of figures with intervals: dots (a row each), path (over time), quadrant. Colours: E C D P minus plus accent, or 1..8. A null is a gap, never 0.
// href: an array beside data makes each bar lead to its records. data-chart-url instead of data-chart: a JSON endpoint of ours; data-chart-json: the data itself.
(() => {
  if (!window.echarts) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const drawn = [];
  const token = (name) => getComputedStyle(document.body).getPropertyValue(`--cesm-${name}`).trim();
  const named = { E: 'e', C: 'c', D: 'd', P: 'p', minus: 'minus', plus: 'plus', accent: 'accent', 1: 'e', 2: 'd', 3: 'p', 4: 'minus', 5: 'c', 6: 'plus', 7: 'line-strong', 8: 'accent' };
  const colour = (key, i) => token(named[key] || named[(i % 8) + 1]);
  const hatch = () => ({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: token('line-strong') });
  const words = (value, unit) => (value === null || value === undefined ? '–' : `${value}${unit ? ` ${unit}` : ''}`);

  // a phone has little room beside a picture: two short lines tell names apart that begin alike
  const span = (text) => [...text].reduce((sum, it) => sum + (it > '\u2e7f' ? 1.7 : 1), 0);
  const cut = (text, most) => { let kept = ''; for (const it of text) { if (span(kept + it) > most) break; kept += it; } return kept; };
  function twoLines(text) {
    const most = 17;
    if (span(text) <= most) return text;
    let first = cut(text, most);
    const gap = first.lastIndexOf(' ');
    if (text[first.length] !== ' ' && gap > 4) first = first.slice(0, gap);
    const rest = text.slice(first.length).trim();
    return `${first.trim()}\n${span(rest) <= most ? rest : `${cut(rest, most - 1)}…`}`;
  }
  const beside = (wide) => (innerWidth < 640 ? { width: 104, overflow: 'none', fontSize: 11, lineHeight: 13, formatter: twoLines } : { width: wide, overflow: 'truncate' });

  function axes(data) {
    const ink = token('ink-2');
    const line = token('line');
    const names = { type: 'category', data: data.x, axisLabel: { color: ink, interval: 0, hideOverlap: true, overflow: 'truncate', width: 120, ...(data.horizontal ? beside(240) : {}) }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, inverse: !!data.horizontal };
    const values = { type: 'value', min: data.min, max: data.max, minInterval: data.whole ? 1 : undefined, axisLabel: { color: ink, hideOverlap: true, formatter: (value) => String(value).replace('-', '\u2212') }, splitNumber: data.horizontal && innerWidth < 640 ? 3 : 5, splitLine: { lineStyle: { color: line } }, name: data.unit || '', nameTextStyle: { color: ink } };
    return data.horizontal ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
  }

  // Figures with intervals: grey while few answered, hatched while hidden, never an arrow.
  const fixed = (value, data) => (value === null || value === undefined ? '–' : `${Number(value).toFixed(data.digits ?? 1).replace('-', '\u2212')}${data.unit || ''}`);
  const told = (it, data) => (it.hidden ? (document.documentElement.lang.startsWith('zh') ? '不足 5 人，不显示' : 'fewer than 5, hidden')
    : `${fixed(it.value, data)}${it.low === null || it.low === undefined ? '' : ` (95 %: ${fixed(it.low, data)} – ${fixed(it.high, data)})`}${it.n === null || it.n === undefined ? '' : `, n ${it.n}`}`);
  const clean = (text) => String(text).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

  function whiskers(rows, horizontal, ink) {
    return {
      type: 'custom', silent: true, z: 1, data: rows.map((it, i) => [i, it.low, it.high]),
      renderItem: (params, api) => {
        const it = rows[params.dataIndex];
        if (it.low === null || it.low === undefined || it.hidden) return null;
        const at = (value) => (horizontal ? api.coord([value, params.dataIndex]) : api.coord([params.dataIndex, value]));
        const [a, b] = [at(it.low), at(it.high)];
        const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: it.grey ? token('line-strong') : ink, lineWidth: 1.5 } });
        const [dx, dy] = horizontal ? [0, 5] : [5, 0];
        return { type: 'group', children: [line(a[0], a[1], b[0], b[1]), line(a[0] - dx, a[1] - dy, a[0] + dx, a[1] + dy), line(b[0] - dx, b[1] - dy, b[0] + dx, b[1] + dy)] };
      },
      encode: horizontal ? { x: [1, 2], y: 0 } : { x: 0, y: [1, 2] },
    };
  }

  const tip = (base, rows, data) => ({ ...base.tooltip, trigger: 'item', formatter: (it) => { const row = rows[it.dataIndex]; return row ? `${clean(row.name)}<br>${told(row, data)}` : ''; } });
  const mark = (it, tone) => ({ value: it.hidden ? null : it.value, itemStyle: it.alarm ? { color: token('minus'), borderColor: token('minus-ink'), borderWidth: 2 } : it.grey ? { color: token('card'), borderColor: token('line-strong'), borderWidth: 2 } : { color: tone } });

  const figures = {
    dots(data, base) {
      const rows = data.rows;
      const place = axes({ ...data, x: rows.map((it) => it.name), horizontal: true, unit: '' });
      place.yAxis.axisLabel = { color: token('ink-2'), interval: 0, fontSize: 12, ...beside(260) };
      place.xAxis.scale = data.min === undefined;
      return {
        ...base, ...place, grid: { ...base.grid, top: data.lineName ? 30 : 16, right: 32 }, tooltip: tip(base, rows, data),
        series: [whiskers(rows, true, token('ink-2')), {
          type: 'scatter', z: 3, symbolSize: 11, cursor: 'pointer', href: rows.map((it) => it.href),
          data: rows.map((it, i) => { const one = mark(it, token('accent')); return { ...one, value: [one.value, i] }; }),
          label: { show: true, position: 'top', distance: 3, fontSize: 11, color: token('ink'), formatter: (it) => { const row = rows[it.dataIndex]; return row.hidden ? '' : fixed(row.value, data); } },
          markLine: data.line === null || data.line === undefined ? undefined : { silent: true, symbol: 'none', lineStyle: { color: token('line-strong'), type: 'dashed' }, label: { show: !!data.lineName, position: 'start', color: token('ink-2'), formatter: `${data.lineName || ''} ${fixed(data.line, data)}` }, data: [{ xAxis: data.line }] },
        }],
      };
    },
    path(data, base) {
      const points = data.points;
      const place = axes({ ...data, unit: '' });
      place.yAxis.scale = true;
      place.yAxis.axisLabel.formatter = (value) => `${String(value).replace('-', '\u2212')}${data.unit || ''}`;
      const crowded = innerWidth < 640 && points.length > 6; // a phone has room for the last figure only
      const limits = points.some((it) => it.limitHigh !== undefined && it.limitHigh !== null);
      const limit = (key) => ({ type: 'line', step: 'middle', silent: true, symbol: 'none', data: points.map((it) => it[key]), lineStyle: { color: token('minus'), type: 'dashed', width: 1 }, itemStyle: { color: token('minus') } });
      return {
        ...base, ...place, tooltip: tip(base, points, data),
        series: [whiskers(points, false, token('ink-2')), {
          type: 'line', z: 3, symbol: 'circle', symbolSize: 9, connectNulls: false, href: points.map((it) => it.href), lineStyle: { width: 2, color: token('accent') }, itemStyle: { color: token('accent') },
          data: points.map((it) => mark(it, token('accent'))),
          label: { show: points.length <= 14, position: crowded ? 'top' : 'right', distance: 8, color: token('ink'), backgroundColor: token('card'), padding: [1, 2], formatter: (it) => (crowded && it.dataIndex < points.length - 1 ? '' : fixed(points[it.dataIndex].value, data)) },
          markLine: data.centre === undefined || data.centre === null ? undefined : { silent: true, symbol: 'none', lineStyle: { color: token('line-strong') }, label: { color: token('ink-2'), position: 'insideStartTop', formatter: fixed(data.centre, data) }, data: [{ yAxis: data.centre }] },
        }, ...(limits ? [limit('limitLow'), limit('limitHigh')] : [])],
      };
    },
    quadrant(data, base) {
      const narrow = innerWidth < 640;
      const share = data.unit === 'share' ? { min: 0, max: 1 } : {};
      const axis = (name, gap) => ({ type: 'value', scale: true, ...share, name, nameLocation: 'middle', nameGap: gap, nameTextStyle: { color: token('ink-2') }, axisLabel: { color: token('ink-2'), hideOverlap: true }, splitLine: { show: false }, splitNumber: narrow ? 3 : 5, axisLine: { lineStyle: { color: token('line') } } });
      const corner = (text, place) => ({ type: 'text', silent: true, ...place, style: { text, ...(narrow ? { width: 92, overflow: 'break' } : {}), fill: token('ink-2'), font: `600 12px ${getComputedStyle(document.body).fontFamily}` } });
      const tones = { CONCENTRATE: 'minus', KEEP_UP: 'plus', LOW_PRIORITY: 'line-strong', OVERKILL: 'c', A: 'plus', O: 'accent', M: 'minus', I: 'line-strong' };
      return {
        ...base, grid: { left: 44, right: 24, top: 32, bottom: 44, containLabel: true }, xAxis: axis(data.xName, 28), yAxis: axis(data.yName, 40),
        tooltip: { ...base.tooltip, trigger: 'item', formatter: (it) => { const one = data.points[it.dataIndex]; return one ? `${clean(one.name)}<br>${clean(data.xName)}: ${Number(one.x).toFixed(2)}<br>${clean(data.yName)}: ${Number(one.y).toFixed(2)}` : ''; } },
        graphic: [corner(data.corners[0], { left: 72, top: 8 }), corner(data.corners[1], { right: 28, top: 8 }), corner(data.corners[2], { left: 72, bottom: 76 }), corner(data.corners[3], { right: 28, bottom: 76 })],
        series: [{
          type: 'scatter', symbolSize: 13, data: data.points.map((it) => ({ value: [it.x, it.y], itemStyle: { color: token(tones[it.tone] || 'accent') } })),
          label: { show: innerWidth >= 640, position: 'top', color: token('ink'), formatter: (it) => data.points[it.dataIndex].name, width: 150, overflow: 'truncate' }, labelLayout: { hideOverlap: true },
          markLine: { silent: true, symbol: 'none', lineStyle: { color: token('line-strong'), type: 'dashed' }, label: { show: false }, data: [{ xAxis: data.xLine }, { yAxis: data.yLine }] },
        }],
      };
    },
  };

  function option(data) {
    const ink = token('ink');
    // names beside the picture are drawn a little wider than they were measured
    const named = data.horizontal || data.kind === 'heat' || data.kind === 'dots';
    const base = {
      animation: !calm.matches,
      animationDuration: 150,
      animationDurationUpdate: 150,
      textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: named ? 28 : 8, right: 16, top: data.series && data.series.length > 1 ? 40 : 24, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, backgroundColor: token('card'), borderColor: token('line-strong'), textStyle: { color: ink }, axisPointer: { type: 'shadow' }, valueFormatter: (value) => words(value, data.unit) },
      aria: { enabled: true, decal: { show: false }, label: { description: data.label || '' } },
    };
    if (figures[data.kind]) return figures[data.kind](data, base);
    if (data.kind === 'heat') {
      const cells = [];
      data.values.forEach((row, y) => row.forEach((value, x) => { if (value !== null) cells.push([x, y, value]); }));
      return {
        ...base,
        tooltip: { ...base.tooltip, trigger: 'item', formatter: (it) => `${data.y[it.data[1]]} · ${data.x[it.data[0]]}: ${words(it.data[2], data.unit)}` },
        xAxis: { ...axes(data).xAxis, splitArea: { show: false } },
        yAxis: { type: 'category', data: data.y, inverse: true, axisLabel: { color: token('ink-2'), ...(innerWidth < 640 ? { width: 88, overflow: 'break' } : {}) }, axisTick: { show: false }, axisLine: { show: false } },
        visualMap: { min: data.min ?? -40, max: data.max ?? 40, show: false, inRange: { color: data.diverging === false ? [token('card'), token('accent')] : [token('minus'), token('card'), token('plus')] } },
        series: [{ type: 'heatmap', data: cells, label: { show: true, color: ink }, itemStyle: { borderColor: token('page'), borderWidth: 2 } }],
      };
    }
    if (data.kind === 'waterfall') {
      // steps: {name, from, to, color, total}; an unknown step is hatched.
      const steps = data.steps;
      return {
        ...base,
        ...axes({ ...data, x: steps.map((it) => it.name), min: data.min ?? 0, max: data.max ?? 100 }),
        tooltip: { ...base.tooltip, formatter: (items) => { const it = steps[items[0].dataIndex]; return `${it.name}: ${it.missing ? data.missing : it.text ?? words(it.total ? it.to : it.to - it.from)}`; } },
        series: [
          { type: 'bar', stack: 'w', silent: true, itemStyle: { color: 'transparent' }, data: steps.map((it) => (it.missing || it.total ? 0 : Math.min(it.from, it.to))) },
          { type: 'bar', stack: 'w', barMaxWidth: 44, label: { show: true, position: 'top', color: ink, formatter: (it) => steps[it.dataIndex].text ?? '' }, data: steps.map((it, i) => ({
            value: it.missing ? (data.max ?? 100) : it.total ? it.to : Math.abs(it.to - it.from),
            itemStyle: it.missing ? { color: 'transparent', borderColor: token('line-strong'), borderType: 'dashed', decal: hatch() } : { color: colour(it.color, i) },
          })) },
        ],
      };
    }
    return {
      ...base,
      ...axes(data),
      legend: data.series.length > 1 ? { top: 0, left: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: ink } } : undefined,
      series: data.series.map((one, i) => ({
        name: one.name,
        type: data.kind === 'line' ? 'line' : 'bar',
        data: one.data,
        stack: data.stack ? 'all' : undefined,
        barMaxWidth: data.stack && data.horizontal ? 16 : 36,
        connectNulls: false,
        symbolSize: 7,
        symbol: ['circle', 'rect', 'triangle', 'diamond'][i % 4],
        lineStyle: { width: 2, type: ['solid', 'dashed', 'dotted'][Math.floor(i / 4) % 3] },
        itemStyle: { color: colour(one.color, i), opacity: data.stack && data.horizontal ? 0.82 : 1 },
        label: { show: !!data.labels, color: ink, position: data.stack ? 'inside' : 'top' },
      })),
    };
  }

  async function load(figure) {
    if (figure.dataset.chartUrl) {
      const answer = await fetch(figure.dataset.chartUrl, { headers: { Accept: 'application/json' } });
      return answer.ok ? answer.json() : null;
    }
    return JSON.parse(figure.dataset.chartJson ?? document.getElementById(figure.dataset.chart).textContent);
  }

  async function draw(figure) {
    const data = await load(figure);
    if (!data) return;
    const table = figure.querySelector('table');
    const canvas = document.createElement('div');
    canvas.className = 'chart-canvas';
    canvas.style.height = `${figure.dataset.height || 300}px`;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', data.label || figure.querySelector('figcaption')?.textContent.trim() || '');
    const before = figure.querySelector('figcaption');
    if (before) before.after(canvas);
    else figure.prepend(canvas);
    const chart = window.echarts.init(canvas, null, { renderer: 'svg' });
    chart.setOption(option(data));
    chart.on('click', (it) => {
      const links = data.kind === 'waterfall' ? data.steps.map((step) => step.href) : data.series?.[it.seriesIndex]?.href || data.href;
      const to = Array.isArray(links) ? links[it.dataIndex] : null;
      if (typeof to === 'string' && to.startsWith('/') && !to.startsWith('//')) location.href = to;
    });
    // Paper is narrower than the window: with a view box the picture is scaled to it, and not cut off.
    chart.on('finished', () => canvas.querySelector('svg')?.setAttribute('viewBox', `0 0 ${chart.getWidth()} ${chart.getHeight()}`));
    drawn.push({ chart, data });
    new ResizeObserver(() => chart.resize()).observe(canvas);
    if (table) twin(figure, canvas, table.closest('.table-box') || table, chart);
  }

  // The table is the first truth: it is in the page, the chart only stands in front of it.
  function twin(figure, canvas, table, chart) {
    const bar = document.createElement('div');
    bar.className = 'chart-tools';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    const zh = document.documentElement.lang.startsWith('zh');
    const show = (asTable) => {
      table.hidden = !asTable;
      canvas.hidden = asTable;
      button.textContent = asTable ? (zh ? '看图表' : 'Show chart') : (zh ? '看数据表' : 'Show table');
      if (!asTable) chart.resize();
    };
    button.addEventListener('click', () => show(table.hidden));
    bar.append(button);
    if (figure.dataset.png) bar.append(picture(figure, canvas, chart));
    figure.append(bar);
    show(figure.dataset.first === 'table');
  }

  // A picture leaves its page: it says what it shows, of which survey, and when it was counted.
  function headed(chart, figure) {
    const text = (it) => {
      const said = it?.cloneNode(true);
      for (const chip of said?.querySelectorAll('.chip, .visually-hidden') || []) chip.remove();
      return said ? said.textContent.replace(/\s+/g, ' ').trim() : '';
    };
    const title = text(figure.closest('section')?.querySelector('.card-title'));
    if (!title) return chart;
    const about = [...document.querySelectorAll('main h1, main [data-as-of]')].map(text).filter(Boolean).join(' · ');
    const whole = Object.assign(document.createElement('canvas'), { width: chart.width, height: chart.height + 112 });
    const pen = whole.getContext('2d');
    const write = (what, font, ink, y) => { pen.font = `${font} ${getComputedStyle(document.body).fontFamily}`; pen.fillStyle = token(ink); pen.fillText(what, 32, y, whole.width - 64); };
    pen.fillStyle = token('card');
    pen.fillRect(0, 0, whole.width, whole.height);
    write(title, '600 30px', 'ink', 48);
    write(about, '24px', 'ink-2', 88);
    pen.drawImage(chart, 0, 112);
    return whole;
  }

  // The chart as a picture file, drawn once more at twice its size on white or dark ground.
  function picture(figure, canvas, chart) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-sm';
    button.textContent = 'PNG';
    button.setAttribute('aria-label', document.documentElement.lang.startsWith('zh') ? 'PNG：将图表存为图片' : 'PNG: save the chart as a picture');
    button.addEventListener('click', () => {
      const room = document.createElement('div');
      room.style.cssText = `position:absolute;left:-9999px;width:${Math.max(720, canvas.clientWidth)}px;height:${canvas.clientHeight || 300}px`;
      document.body.append(room);
      const copy = window.echarts.init(room, null, { renderer: 'canvas' });
      copy.setOption({ ...option(drawn.find((it) => it.chart === chart).data), animation: false });
      const link = document.createElement('a');
      link.download = `${figure.dataset.png}.png`;
      link.href = headed(copy.renderToCanvas({ pixelRatio: 2, backgroundColor: token('card') }), figure).toDataURL('image/png');
      link.click();
      copy.dispose();
      room.remove();
    });
    return button;
  }

  for (const figure of document.querySelectorAll('[data-chart], [data-chart-url], [data-chart-json]')) draw(figure);
  document.addEventListener('cesm:theme', () => { for (const each of drawn) each.chart.setOption(option(each.data), true); });
})();

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print());
