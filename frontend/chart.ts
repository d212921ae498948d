// <apex-chart>: a table of numbers that shows itself as a chart. The only file that knows ApexCharts, which is 560 kB and is
// loaded when the first chart comes near the view.
//
// The table is the data: the first column has the places on the horizontal axis (numbers in data-value, else names), each
// other column is a series, with its role's class in the head. So the chart, the table, the keyboard's stops and what is
// spoken cannot differ, and without scripts there still is the table. Attributes: kind
// (line, step, area, bar), x-label, y-label, y-min, y-max.
//
// Colours and dashes are set by the style sheet of the shadow root from the tokens, so a change of theme draws nothing anew.
import type ApexCharts from 'apexcharts';
import type { ApexOptions } from 'apexcharts';

/** The table as read; a point that is missing or infinite is NaN. */
interface Data {
  caption: string;
  categories: string[];
  /** Empty when the horizontal axis has names instead. */
  places: number[];
  series: { name: string; role: string; values: number[]; texts: string[] }[];
}

/** How far ahead of the view a chart is loaded. */
const AHEAD = '600px';

/** While the table still changes nothing is drawn: an update takes longer than a frame. */
const REST = 120;

const STYLE = `
  :host { display: block; }
  .plot { position: relative; border-radius: var(--radius); }
  .plot:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  .canvas { min-height: var(--chart-height, 16rem); }
  .canvas * { font-family: var(--sans) !important; }
  .canvas text { fill: var(--quiet) !important; font-size: 13px; font-variant-numeric: lining-nums tabular-nums; }
  .canvas .apexcharts-gridline { stroke: var(--line); }
  .canvas .apexcharts-grid-borders line { stroke: var(--line); }
  .canvas :is(.apexcharts-xaxis line, .apexcharts-xaxis-tick) { stroke: var(--edge); }
  .canvas svg { overflow: visible; background: none !important; }
  ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin: 0; padding: 0; list-style: none; }
  li { display: flex; align-items: center; gap: 0.5rem; color: var(--ink); font: var(--small) var(--sans); }
  li svg { width: 1.75rem; height: 0.75rem; }
  .cursor { position: absolute; pointer-events: none; }
  .cursor[hidden] { display: none; }
  .rule { position: absolute; width: 1px; background: var(--edge); }
  .dot { position: absolute; width: 0.65rem; height: 0.65rem; margin: -0.4rem 0 0 -0.4rem; border: 2px solid var(--role);
    border-radius: 50%; background: var(--paper); }
  .label { position: absolute; padding: 0.2rem 0.5rem; border: 1px solid var(--edge); border-radius: var(--radius);
    background: var(--paper); color: var(--ink); font: var(--tiny) var(--sans);
    font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
  .live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;

/** What tokens.css says of a role. */
function colour(role: string): string {
  return `var(--${role}, var(--ink))`;
}

function dash(role: string): string {
  return `var(--${role}-dash, none)`;
}

function seriesStyle(index: number, role: string, kind: string): string {
  const drawn = `.canvas .apexcharts-series[rel="${index + 1}"] path`;
  return kind === 'bar'
    ? `${drawn} { fill: ${colour(role)}; stroke: ${colour(role)}; }`
    : `${drawn}[fill='none'] { stroke: ${colour(role)}; stroke-width: 2; stroke-dasharray: ${dash(role)}; }
       ${drawn}:not([fill='none']) { fill: color-mix(in oklab, ${colour(role)} 14%, transparent); stroke: none; }`;
}

export class ApexChart extends HTMLElement {
  static observedAttributes = ['kind', 'x-label', 'y-label', 'y-min', 'y-max'];

  private readonly plot = document.createElement('div');
  private readonly legend = document.createElement('ul');
  private readonly canvas = document.createElement('div');
  private readonly cursor = document.createElement('div');
  private readonly live = document.createElement('p');
  private readonly colours = document.createElement('style');
  private readonly watcher = new MutationObserver(() => this.changed());
  private readonly nearness = new IntersectionObserver((entries) => this.onSight(entries), { rootMargin: AHEAD });

  private data: Data = { caption: '', categories: [], places: [], series: [] };
  private chart?: ApexCharts;
  private near = false;
  private timer = 0;
  private drawing = Promise.resolve();
  /** Where the arrow keys stand. */
  private stop = { series: 0, point: -1 };

  constructor() {
    super();
    const style = document.createElement('style');
    style.textContent = STYLE;
    this.plot.className = 'plot';
    this.plot.tabIndex = 0;
    this.plot.setAttribute('role', 'group');
    this.plot.setAttribute('aria-roledescription', 'chart');
    this.canvas.className = 'canvas';
    for (const shown of [this.legend, this.canvas, this.cursor]) {
      shown.setAttribute('aria-hidden', 'true');
    }
    this.cursor.className = 'cursor';
    this.cursor.hidden = true;
    this.live.className = 'live';
    this.live.setAttribute('role', 'status');
    this.plot.append(this.legend, this.canvas, this.cursor);
    this.attachShadow({ mode: 'open' }).append(style, this.colours, this.plot, this.live, document.createElement('slot'));
    this.plot.addEventListener('keydown', (event) => this.onKey(event));
    this.plot.addEventListener('pointermove', (event) => this.onPoint(event));
    this.plot.addEventListener('pointerdown', (event) => this.onPoint(event));
    this.plot.addEventListener('pointerleave', () => this.hideCursor());
    this.plot.addEventListener('blur', () => this.hideCursor());
  }

  connectedCallback(): void {
    this.watcher.observe(this, { childList: true, subtree: true, characterData: true });
    this.nearness.observe(this);
    this.read();
  }

  disconnectedCallback(): void {
    this.watcher.disconnect();
    this.nearness.disconnect();
    clearTimeout(this.timer);
    this.chart?.destroy();
    this.chart = undefined;
  }

  attributeChangedCallback(): void {
    this.changed();
  }

  private changed(): void {
    clearTimeout(this.timer);
    if (this.isConnected) {
      this.timer = setTimeout(() => {
        this.read();
        this.draw();
      }, REST);
    }
  }

  private onSight(entries: IntersectionObserverEntry[]): void {
    this.near = entries.some((entry) => entry.isIntersecting);
    if (this.near && !this.chart) {
      this.draw();
    }
  }

  // ---- The table

  private read(): void {
    const table = this.querySelector('table');
    const rows = [...(table?.tBodies[0]?.rows ?? [])];
    const heads = [...(table?.tHead?.rows[0]?.cells ?? [])].slice(1);
    const places = rows.map((row) => numberOf(row.cells[0]));
    this.data = {
      caption: this.querySelector('summary')?.textContent ?? '',
      categories: rows.map((row) => row.cells[0]?.textContent ?? ''),
      places: places.some(Number.isNaN) ? [] : places,
      series: heads.map((head, column) => ({
        name: head.textContent ?? '',
        role: /role-([a-z]+)/.exec(head.className)?.[1] ?? 'plain',
        values: rows.map((row) => numberOf(row.cells[column + 1])),
        texts: rows.map((row) => row.cells[column + 1]?.textContent ?? ''),
      })),
    };
    this.stop = { series: 0, point: -1 };
    this.hideCursor();
    this.plot.setAttribute('aria-label', `${this.data.caption}. The arrow keys walk from point to point.`);
    this.colours.textContent = this.data.series.map(({ role }, i) => seriesStyle(i, role, this.kind)).join('');
    this.legend.replaceChildren(...(this.data.series.length > 1 ? this.data.series : []).map(({ name, role }) => item(name, role)));
  }

  private get kind(): string {
    return this.getAttribute('kind') ?? 'line';
  }

  // ---- Drawing

  private draw(): void {
    if (!this.near) {
      return;
    }
    this.drawing = this.drawing.then(() => this.drawNow()).catch((cause: unknown) => {
      // The table says the same
      console.warn('A chart could not be drawn', cause);
      this.plot.hidden = true;
      this.querySelector('details')?.toggleAttribute('open', true);
    });
  }

  private async drawNow(): Promise<void> {
    const { default: Apex } = await import('apexcharts');
    if (!this.isConnected) {
      return;
    }
    if (this.chart) {
      await this.chart.updateOptions(this.options(), false, false);
    } else {
      this.chart = new Apex(this.canvas, this.options());
      await this.chart.render();
    }
  }

  private options(): ApexOptions {
    const { kind, data } = this;
    const ticks = ticksOver(data.places);
    const numeric = data.places.length > 0 && kind !== 'bar';
    const label = (name: string) => ({ text: this.getAttribute(name) ?? '', style: { fontWeight: 400, fontSize: '13px' } });
    const limit = (name: string) => (this.hasAttribute(name) ? Number(this.getAttribute(name)) : undefined);
    return {
      chart: {
        type: kind === 'step' ? 'line' : (kind as 'line' | 'area' | 'bar'),
        height: this.canvas.clientHeight || 256,
        animations: { enabled: false },
        toolbar: { show: false },
        zoom: { enabled: false },
        selection: { enabled: false },
        parentHeightOffset: 0,
      },
      series: data.series.map(({ name, values }) => ({
        name,
        data: values.map((y, i) => ({ x: numeric ? data.places[i] : data.categories[i], y: Number.isFinite(y) ? y : null })),
      })),
      colors: data.series.map(() => '#888888'),
      stroke: { curve: kind === 'step' ? 'stepline' : 'straight', width: kind === 'bar' ? 0 : 2 },
      fill: { type: 'solid', opacity: 1 },
      // A line of one place has nothing to draw but the place
      markers: { size: data.categories.length === 1 ? 5 : 0, hover: { sizeOffset: 0 } },
      dataLabels: { enabled: false },
      legend: { show: false },
      tooltip: { enabled: false },
      states: { hover: { filter: { type: 'none' } }, active: { filter: { type: 'none' } } },
      plotOptions: { bar: { columnWidth: '60%' } },
      grid: { borderColor: '#888888', padding: { left: 8, right: 12 } },
      xaxis: {
        type: numeric ? 'numeric' : 'category',
        title: { ...label('x-label'), offsetY: -4 },
        labels: { formatter: numeric ? (text: string) => figure(Number(text)) : undefined, hideOverlappingLabels: true },
        ...(numeric ? ticks : {}),
        crosshairs: { show: false },
        tooltip: { enabled: false },
      },
      yaxis: {
        min: limit('y-min'),
        max: limit('y-max'),
        forceNiceScale: true,
        tickAmount: 4,
        title: label('y-label'),
        labels: { formatter: figure },
      },
    };
  }

  // ---- The stops

  private onKey(event: KeyboardEvent): void {
    const { series } = this.data;
    const last = this.data.categories.length - 1;
    const moves: Record<string, () => void> = {
      ArrowRight: () => (this.stop.point = Math.min(last, this.stop.point + 1)),
      ArrowLeft: () => (this.stop.point = Math.max(0, this.stop.point - 1)),
      ArrowDown: () => (this.stop.series = Math.min(series.length - 1, this.stop.series + 1)),
      ArrowUp: () => (this.stop.series = Math.max(0, this.stop.series - 1)),
      Home: () => (this.stop.point = 0),
      End: () => (this.stop.point = last),
    };
    const move = moves[event.key];
    if (!move || last < 0 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    move();
    this.stop.point = Math.max(0, this.stop.point);
    this.live.textContent = this.words();
    this.showCursor();
  }

  private onPoint(event: PointerEvent): void {
    const at = this.canvas.getBoundingClientRect();
    let nearest = Infinity;
    this.data.series.forEach((_, series) => {
      this.data.categories.forEach((__, point) => {
        const place = this.placeOf(series, point);
        if (place) {
          // The point above or below the pointer counts more than one at its side
          const apart = 4 * Math.abs(place.x - event.clientX + at.left) + Math.abs(place.y - event.clientY + at.top);
          if (apart < nearest) {
            nearest = apart;
            this.stop = { series, point };
          }
        }
      });
    });
    if (nearest < Infinity) {
      this.showCursor();
    }
  }

  /** "forward KL, step 12: 0.70512". */
  private words(): string {
    const { name, texts } = this.data.series[this.stop.series];
    const place = `${this.getAttribute('x-label') ?? ''} ${this.data.categories[this.stop.point]}`.trim();
    return `${name}, ${place}: ${texts[this.stop.point]}`;
  }

  /** Where ApexCharts has drawn a point, in the canvas. */
  private placeOf(series: number, point: number): { x: number; y: number } | undefined {
    const globals = (this.chart as any)?.w?.globals;
    const x = globals?.seriesXvalues?.[series]?.[point];
    const y = globals?.seriesYvalues?.[series]?.[point];
    return Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(this.data.series[series].values[point])
      ? { x: globals.translateX + x, y: globals.translateY + y }
      : undefined;
  }

  private showCursor(): void {
    const place = this.placeOf(this.stop.series, this.stop.point);
    const role = this.data.series[this.stop.series].role;
    this.cursor.hidden = !place;
    if (!place) {
      return;
    }
    const globals = (this.chart as any).w.globals;
    const rule = box('rule');
    const dot = box('dot');
    const label = box('label');
    this.cursor.style.left = `${this.canvas.offsetLeft}px`;
    this.cursor.style.top = `${this.canvas.offsetTop}px`;
    Object.assign(rule.style, {
      left: `${place.x}px`,
      top: `${globals.translateY}px`,
      height: `${globals.gridHeight}px`,
    });
    dot.style.setProperty('--role', colour(role));
    Object.assign(dot.style, { left: `${place.x}px`, top: `${place.y}px` });
    label.textContent = this.words();
    // On the side where there is room
    const right = place.x > this.canvas.clientWidth / 2;
    Object.assign(label.style, {
      [right ? 'right' : 'left']: `${right ? 12 - place.x : place.x + 12}px`,
      top: `${Math.max(0, place.y - 32)}px`,
    });
    this.cursor.replaceChildren(rule, dot, label);
  }

  private hideCursor(): void {
    this.cursor.hidden = true;
  }
}

function box(className: string): HTMLElement {
  const element = document.createElement('div');
  element.className = className;
  return element;
}

function item(name: string, role: string): HTMLElement {
  const element = document.createElement('li');
  const swatch = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
  for (const [key, value] of Object.entries({ x1: '0', x2: '28', y1: '6', y2: '6', 'stroke-width': '2.5' })) {
    line.setAttribute(key, value);
  }
  line.style.stroke = colour(role);
  line.style.strokeDasharray = dash(role);
  swatch.append(line);
  element.append(swatch, name);
  return element;
}

function numberOf(cell: HTMLElement | undefined): number {
  const value = cell?.dataset.value;
  return value === undefined || value === '' ? NaN : Number(value);
}

/** Ends and ticks of an axis at round numbers, not more than seven. */
function ticksOver(places: number[]): { min: number; max: number; tickAmount: number } {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const span = last - first || Math.abs(first) || 1;
  const least = last > first ? first : first - span / 2;
  const power = 10 ** Math.floor(Math.log10(span / 6));
  const step = power * [1, 2, 5, 10].find((factor) => factor * power * 6 >= span)!;
  const min = Math.floor(least / step) * step;
  const tickAmount = Math.ceil((least + span - min) / step - 1e-9);
  return { min, max: min + tickAmount * step, tickAmount };
}

/** For an axis: short, with a real minus sign. */
function figure(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(6))).replace('-', '−') : '';
}

customElements.define('apex-chart', ApexChart);
