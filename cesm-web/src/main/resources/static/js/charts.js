// Draws charts from data that is in the page or comes from an address, and keeps the table twin at hand.
//
//   <figure class="chart" data-chart="aging-data" data-height="280">
//     <figcaption>Ageing by tier</figcaption>
//     <script type="application/json" id="aging-data">{"kind":"bar","label":"…","unit":"","x":["0–7 d","8–30 d"],"series":[{"name":"Tier 1","data":[3,4],"color":"E"}],"stack":true}</script>
//     <table class="table"> the same figures </table>
//   </figure>
//
// kind: bar, line, waterfall, heat, pie is not offered. Colours: E C D P minus plus accent, or 1..8. A null is a gap, never 0.
// href: an array beside data makes each bar lead to its records. data-chart-url instead of data-chart: a JSON endpoint of ours.
(() => {
  if (!window.echarts) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  const drawn = [];
  const token = (name) => getComputedStyle(document.body).getPropertyValue(`--cesm-${name}`).trim();
  const named = { E: 'e', C: 'c', D: 'd', P: 'p', minus: 'minus', plus: 'plus', accent: 'accent', 1: 'e', 2: 'd', 3: 'p', 4: 'minus', 5: 'c', 6: 'plus', 7: 'line-strong', 8: 'accent' };
  const colour = (key, i) => token(named[key] || named[(i % 8) + 1]);
  const hatch = () => ({ symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: token('line-strong') });
  const words = (value, unit) => (value === null || value === undefined ? '–' : `${value}${unit ? ` ${unit}` : ''}`);

  function axes(data) {
    const ink = token('ink-2');
    const line = token('line');
    const names = { type: 'category', data: data.x, axisLabel: { color: ink, interval: 0, hideOverlap: true, overflow: 'truncate', width: 120 }, axisLine: { lineStyle: { color: line } }, axisTick: { show: false }, inverse: !!data.horizontal };
    const values = { type: 'value', min: data.min, max: data.max, minInterval: data.whole ? 1 : undefined, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } }, name: data.unit || '', nameTextStyle: { color: ink } };
    return data.horizontal ? { xAxis: values, yAxis: names } : { xAxis: names, yAxis: values };
  }

  function option(data) {
    const ink = token('ink');
    const base = {
      animation: !calm.matches,
      animationDuration: 150,
      animationDurationUpdate: 150,
      textStyle: { color: ink, fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: data.series && data.series.length > 1 ? 40 : 24, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', confine: true, backgroundColor: token('card'), borderColor: token('line-strong'), textStyle: { color: ink }, axisPointer: { type: 'shadow' }, valueFormatter: (value) => words(value, data.unit) },
      aria: { enabled: true, decal: { show: false }, label: { description: data.label || '' } },
    };
    if (data.kind === 'heat') {
      const cells = [];
      data.values.forEach((row, y) => row.forEach((value, x) => { if (value !== null) cells.push([x, y, value]); }));
      return {
        ...base,
        tooltip: { ...base.tooltip, trigger: 'item', formatter: (it) => `${data.y[it.data[1]]} · ${data.x[it.data[0]]}: ${words(it.data[2], data.unit)}` },
        xAxis: { ...axes(data).xAxis, splitArea: { show: false } },
        yAxis: { type: 'category', data: data.y, inverse: true, axisLabel: { color: token('ink-2') }, axisTick: { show: false }, axisLine: { show: false } },
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
        barMaxWidth: 36,
        connectNulls: false,
        symbolSize: 7,
        symbol: ['circle', 'rect', 'triangle', 'diamond'][i % 4],
        lineStyle: { width: 2, type: ['solid', 'dashed', 'dotted'][Math.floor(i / 4) % 3] },
        itemStyle: { color: colour(one.color, i) },
        label: { show: !!data.labels, color: ink, position: data.stack ? 'inside' : 'top' },
      })),
    };
  }

  async function load(figure) {
    if (figure.dataset.chartUrl) {
      const answer = await fetch(figure.dataset.chartUrl, { headers: { Accept: 'application/json' } });
      return answer.ok ? answer.json() : null;
    }
    return JSON.parse(document.getElementById(figure.dataset.chart).textContent);
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
    figure.append(bar);
    show(figure.dataset.first === 'table');
  }

  for (const figure of document.querySelectorAll('[data-chart], [data-chart-url]')) draw(figure);
  document.addEventListener('cesm:theme', () => { for (const each of drawn) each.chart.setOption(option(each.data), true); });
  window.addEventListener('beforeprint', () => { for (const each of drawn) each.chart.resize(); });
})();
