// What a widget shows, as files to keep: its pictures as one SVG or PNG, its table as CSV. It knows no widget. The pictures
// are gathered as they stand in the page, with the numbers above and beside them; every colour, width and face that the
// page's styles give them is written into the drawing itself, so that it looks the same anywhere.

const SVG = 'http://www.w3.org/2000/svg';

/** Around the whole, and between pictures that stand apart in the page. */
const MARGIN = 20;
const GAP = 16;

/** A PNG has so many pixels for each of the page's. */
const SCALE = 2;

/** What is written into the drawing. Of the first ones a child has what its parent has, if nothing else is said. */
const INHERITED = [
  'fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin',
  'stroke-linecap', 'paint-order', 'font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric',
  'text-anchor', 'dominant-baseline', 'visibility',
];
const OWN: Record<string, string> = { opacity: '1', display: 'inline' };

/** Handles are there to be moved, but for the one that tells where q is; the rest is neither picture nor number. */
const LEFT_OUT = '.handle, :not(.plane) > .knob, .grip, foreignObject, style, script, title';
const UNSEEN = 'button, details, style, .chart-words, .live, [hidden]';

/** What is seen of a widget, as the text of an SVG file. */
export async function svgOf(widget: HTMLElement): Promise<string> {
  const { svg } = await draw(widget);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
}

/** The same in pixels. The image comes from a data address: the page's security policy takes no other. */
export async function pngOf(widget: HTMLElement): Promise<Blob> {
  const { svg, width, height } = await draw(widget);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = SCALE * width;
  canvas.height = SCALE * height;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('The picture could not be encoded'))), 'image/png'),
  );
}

/** A table as a file. The mark at its beginning tells spreadsheets that it is UTF-8. */
export function csvFile(data: string): Blob {
  return new Blob(['\ufeff', data], { type: 'text/csv' });
}

/** Lesson, widget and state, as far as file names go. */
export function nameOf(widget: string, state: string): string {
  const lesson = /\/lesson\/([\w-]+)/.exec(location.pathname)?.[1];
  const told = state.replace(/[^\w.-]+/g, '_');
  // A name is 255 letters at most, and a long state tells nobody anything
  const short = told.length > 60 ? `${told.slice(0, 50)}_${digest(told)}` : told;
  return [lesson, widget, short].filter(Boolean).join('_');
}

function digest(text: string): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  }
  return (hash >>> 0).toString(16);
}

export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// ---- The drawing

interface Drawing {
  svg: SVGSVGElement;
  width: number;
  height: number;
}

async function draw(widget: HTMLElement): Promise<Drawing> {
  const paper = colourOf(getComputedStyle(document.documentElement).backgroundColor);
  const svg = element('svg', {}) as SVGSVGElement;
  const ground = element('rect', { width: '100%', height: '100%', fill: paper.colour });
  svg.append(ground);
  let y = MARGIN;
  let width = 0;
  for (const block of blocksOf(widget)) {
    const group = element('g', {});
    const boxes: DOMRect[] = [];
    block.forEach((part) => copy(part, group, boxes));
    if (boxes.length === 0) {
      continue;
    }
    const box = around(boxes);
    group.setAttribute('transform', `translate(${round(MARGIN - box.left)} ${round(y - box.top)})`);
    svg.append(group);
    width = Math.max(width, box.right - box.left);
    y += box.bottom - box.top + GAP;
  }
  const size = { width: Math.ceil(width + 2 * MARGIN), height: Math.ceil(y - GAP + MARGIN) };
  svg.setAttribute('width', String(size.width));
  svg.setAttribute('height', String(size.height));
  svg.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  svg.prepend(await fontsFor(svg));
  return { svg, ...size };
}

/** What stands together in the page; controls come between. */
function blocksOf(widget: HTMLElement): Element[][] {
  const seen = (name: string) => [...widget.querySelectorAll(`.widget-${name}`)].filter((part) => part.clientHeight > 0);
  const title = [...widget.querySelectorAll('.widget-title > span')];
  return [title, [...seen('picture'), ...seen('headline')], seen('figures')].filter((block) => block.length > 0);
}

function around(boxes: DOMRect[]): { left: number; top: number; right: number; bottom: number } {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** Drawings and words below a node go into the group, at their places in the window. */
function copy(node: Node, group: Element, boxes: DOMRect[]): void {
  if (node instanceof SVGSVGElement) {
    boxes.push(node.getBoundingClientRect());
    group.append(drawingOf(node));
  } else if (node instanceof Text) {
    group.append(...linesOf(node, boxes));
  } else if (node instanceof Element && !node.matches(UNSEEN)) {
    (node.shadowRoot ?? node).childNodes.forEach((child) => copy(child, group, boxes));
  }
}

function drawingOf(drawn: SVGSVGElement): SVGSVGElement {
  const clone = drawn.cloneNode(true) as SVGSVGElement;
  write(drawn, clone, undefined);
  const box = drawn.getBoundingClientRect();
  if (!clone.hasAttribute('viewBox')) {
    clone.setAttribute('viewBox', `0 0 ${round(box.width)} ${round(box.height)}`);
  }
  for (const name of ['x', 'y', 'width', 'height'] as const) {
    clone.setAttribute(name, String(round(box[name])));
  }
  clone.setAttribute('overflow', 'visible');
  const words = drawn.getAttribute('aria-label');
  if (words) {
    const description = element('desc', {});
    description.textContent = words;
    clone.prepend(description);
  }
  return clone;
}

/** Writes what the page's styles say of an element, and of all within, into its copy. */
function write(drawn: Element, clone: Element, around: CSSStyleDeclaration | undefined): void {
  const style = getComputedStyle(drawn);
  const children = [...clone.children];
  [...drawn.children].forEach((child, i) => {
    if (child.matches(LEFT_OUT)) {
      children[i].remove();
    } else {
      write(child, children[i], style);
    }
  });
  for (const name of clone.getAttributeNames()) {
    if (!/^(id|x|y|x\d|y\d|d|dx|dy|cx|cy|r|rx|ry|width|height|points|offset|transform|viewBox|clip-path|clipPathUnits|pattern\w+|preserveAspectRatio)$/.test(name)) {
      clone.removeAttribute(name);
    }
  }
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== around?.getPropertyValue(name)) {
      put(clone, name, value);
    }
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== usual && !(name === 'display' && value !== 'none')) {
      put(clone, name, value);
    }
  }
}

/** A property as an attribute, in words that drawing programs know: they know no oklab. */
function put(clone: Element, name: string, value: string): void {
  if ((name === 'fill' || name === 'stroke') && value !== 'none' && !value.startsWith('url')) {
    const { colour, opacity } = colourOf(value);
    clone.setAttribute(name, colour);
    if (opacity < 1) {
      clone.setAttribute(`${name}-opacity`, String(opacity));
    }
  } else if (name === 'fill' || name === 'stroke') {
    clone.setAttribute(name, value.replace(/["']/g, ''));
  } else if (!((name === 'fill-opacity' || name === 'stroke-opacity') && clone.hasAttribute(name))) {
    clone.setAttribute(name, value);
  }
}

const colours = new Map<string, { colour: string; opacity: number }>();
let palette: CanvasRenderingContext2D | undefined;

/** Any colour of a style sheet as #rrggbb and how much covers what lies below. */
function colourOf(value: string): { colour: string; opacity: number } {
  let found = colours.get(value);
  if (!found) {
    if (!palette) {
      const canvas = document.createElement('canvas');
      canvas.width = canvas.height = 1;
      palette = canvas.getContext('2d', { willReadFrequently: true })!;
    }
    palette.clearRect(0, 0, 1, 1);
    palette.fillStyle = value;
    palette.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = palette.getImageData(0, 0, 1, 1).data;
    const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
    found = { colour: `#${hex}`, opacity: Math.round((1000 * alpha) / 255) / 1000 };
    colours.set(value, found);
  }
  return found;
}

/** A text as it is broken into lines: one element each, as wide as it is here whatever face it gets elsewhere. */
function linesOf(text: Text, boxes: DOMRect[]): Element[] {
  const parent = text.parentElement;
  if (!parent || !text.data.trim()) {
    return [];
  }
  const style = getComputedStyle(parent);
  const lines: { box: DOMRect; words: string; right: number }[] = [];
  const range = document.createRange();
  for (const word of text.data.matchAll(/\S+/g)) {
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) {
      last.words += ` ${word[0]}`;
      last.right = box.right;
    } else if (box.width > 0) {
      lines.push({ box, words: word[0], right: box.right });
    }
  }
  return lines.map(({ box, words, right }) => {
    boxes.push(new DOMRect(box.left, box.top, right - box.left, box.height));
    const line = element('text', {
      x: String(round(box.left)),
      y: String(round(box.top + ascentOf(style, box.height))),
      textLength: String(round(right - box.left)),
      lengthAdjust: 'spacingAndGlyphs',
      fill: colourOf(style.color).colour,
    });
    for (const name of ['font-family', 'font-size', 'font-style', 'font-weight', 'font-variant-numeric']) {
      line.setAttribute(name, style.getPropertyValue(name));
    }
    line.textContent = words;
    return line;
  });
}

/** From the top of a line's box to the line that its letters stand on. */
function ascentOf(style: CSSStyleDeclaration, height: number): number {
  const ruler = document.createElement('canvas').getContext('2d')!;
  ruler.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: up, fontBoundingBoxDescent: down } = ruler.measureText('x');
  return (height * up) / (up + down);
}

// ---- Faces

const faces = new Map<string, Promise<string>>();

/** The page's faces, as far as the drawing's letters need them: they come with the file. */
async function fontsFor(svg: SVGSVGElement): Promise<Element> {
  const families = new Set<string>();
  let italic = false;
  for (const { attributes } of [...svg.querySelectorAll('[font-family]')]) {
    families.add(attributes.getNamedItem('font-family')!.value);
  }
  for (const styled of svg.querySelectorAll('[font-style="italic"]')) {
    italic ||= styled.textContent !== '';
  }
  const letters = [...new Set(svg.textContent ?? '')].map((letter) => letter.codePointAt(0)!);
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSFontFaceRule)
    .filter(({ style }) => {
      const family = style.getPropertyValue('font-family').replace(/["']/g, '');
      return (
        [...families].some((list) => list.includes(family)) &&
        (italic || style.getPropertyValue('font-style') !== 'italic') &&
        style.getPropertyValue('src').includes('url(') &&
        letters.some((letter) => isWithin(letter, style.getPropertyValue('unicode-range')))
      );
    });
  const embedded = element('style', {});
  embedded.textContent = (await Promise.all(rules.map(embed))).join('\n');
  return embedded;
}

/** Whether U+0000-00FF, U+0131 and so on has a letter. */
function isWithin(letter: number, ranges: string): boolean {
  const all = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)];
  return (
    all.length === 0 ||
    all.some(([, from, to]) => letter >= Number.parseInt(from, 16) && letter <= Number.parseInt(to ?? from, 16))
  );
}

/** The rule with the file itself in place of its address. */
function embed(rule: CSSFontFaceRule): Promise<string> {
  const [, address] = /url\(["']?([^"')]+)["']?\)/.exec(rule.style.getPropertyValue('src'))!;
  const base = rule.parentStyleSheet?.href ?? location.href;
  let face = faces.get(rule.cssText);
  if (!face) {
    face = fetch(new URL(address, base))
      .then((answer) => (answer.ok ? answer.blob() : Promise.reject(new Error(`The server answered ${answer.status}`))))
      .then(dataOf)
      .then((data) => rule.cssText.replace(/src:[^;]+;/, `src: url("${data}") format("woff2");`))
      .catch(() => {
        faces.delete(rule.cssText); // The next drawing asks for it again
        return ''; // The letters of this one come from another face of its list
      });
    faces.set(rule.cssText, face);
  }
  return face;
}

function dataOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^data:[^;]*/, 'data:font/woff2'));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

function element(name: string, attributes: Record<string, string>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return made;
}

function round(length: number): number {
  return Math.round(100 * length) / 100;
}
