// What the window asks of MathJax: one string in, one string out, nothing kept from one formula to the next.
//
// Bundled into mathjax.js (see README.md). Runs in Qt's V4, which is ECMAScript 7 without a document or timers.
import { mathjax } from 'mathjax-full/js/mathjax.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { SVG } from 'mathjax-full/js/output/svg.js';
import { liteAdaptor } from 'mathjax-full/js/adaptors/liteAdaptor.js';
import { RegisterHTMLHandler } from 'mathjax-full/js/handlers/html.js';
import { AllPackages } from 'mathjax-full/js/input/tex/AllPackages.js';
import { Configuration } from 'mathjax-full/js/input/tex/Configuration.js';
import { CommandMap } from 'mathjax-full/js/input/tex/SymbolMap.js';
import TexError from 'mathjax-full/js/input/tex/TexError.js';
import BaseMethods from 'mathjax-full/js/input/tex/base/BaseMethods.js';
import { compileMarked, lastToken, sameTree, showMarks } from './marks.js';

// A picture has no margin to stand a number in: it follows the formula. And commands that people write and
// MathJax lacks, as others.
const METHODS = {
  Tag(parser, name) {
    const bare = parser.GetStar();
    const label = parser.GetArgument(name);
    const text = bare ? label : '(' + label + ')';
    BaseMethods.Macro(parser, name, '\\qquad\\text{' + text + '}');
  },
  Macro: BaseMethods.Macro,
};
const MACROS = new CommandMap('scipix-macros', {
  tag: 'Tag',
  dag: ['Macro', '\\dagger'],
  ddag: ['Macro', '\\ddagger'],
  bm: ['Macro', '\\boldsymbol{#1}', 1],
  mathds: ['Macro', '\\mathbb{#1}', 1],
  mathbbm: ['Macro', '\\mathbb{#1}', 1],
  ensuremath: ['Macro', '{#1}', 1],
  nicefrac: ['Macro', '{}^{#1}\\!/_{#2}', 2],
  slash: ['Macro', '/'],
  hdots: ['Macro', '\\ldots'],
  sp: ['Macro', '^'],
  sb: ['Macro', '_'],
  footnotesize: ['Macro', '\\scriptsize'],
  protect: ['Macro', ''],
}, METHODS);
Configuration.create('scipix', { handler: { macro: [MACROS.name] }, priority: 1 });

// The maps that \newcommand, \def, \let and their kin write to; they outlive the formula.
const DEFINITIONS = ['new-Command', 'new-Delimiter', 'new-Environment', 'mathtools-paired-delims'];
// Errors shall be errors, so the packages that turn them into red text stay out.
const PACKAGES = AllPackages.filter((name) => !['noerrors', 'noundefined'].includes(name)).concat('scipix');

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
const documents = {};

// \dv, \qty and the like come from "physics", which gives other meanings to \div, \Re, ... : a document of its own.
function documentFor(physics) {
  const key = physics ? 'physics' : 'plain';
  if (!documents[key]) {
    const packages = physics ? PACKAGES.concat('physics') : PACKAGES;
    const input = new TeX({ packages, formatError: (jax, error) => { throw error; } });
    documents[key] = mathjax.document('', { InputJax: input, OutputJax: new SVG({ fontCache: 'none' }) });
  }
  return documents[key];
}

function forget(document) {
  const input = document.inputJax[0];
  for (const name of DEFINITIONS) {
    const definitions = input.parseOptions.handlers.retrieve(name);
    if (definitions) definitions.map.clear();
  }
  input.reset();
  const colours = input.parseOptions.packageData.get('color');
  if (colours) colours.model.userColors.clear();
}

function compile(document, source, display) {
  forget(document);
  const item = new document.options.MathItem(source, document.inputJax[0], display);
  item.setMetrics(16, 8, 1e6, 1e6, 1);
  item.compile(document);
  return item;
}

// The formula with its tokens marked, if that is the very same formula.
function marked(document, request, plain) {
  try {
    const item = compileMarked(request.tokens, () => compile(document, request.marked, request.display));
    return sameTree(plain.root, item.root) ? item : null;
  } catch (error) {
    if (!(error instanceof TexError)) throw error;
    return null;
  }
}

function draw(document, request) {
  const plain = compile(document, request.latex, request.display);
  const item = (request.boxes && marked(document, request, plain)) || plain;
  if (item !== plain) showMarks(item.root);
  item.typeset(document);
  return { svg: adaptor.innerHTML(item.typesetRoot), marked: item !== plain };
}

function explain(document, request, error) {
  let token = -1;
  try {
    compileMarked(request.tokens, () => compile(document, request.marked, request.display));
  } catch (again) {
    if (again instanceof TexError && again.id === error.id) token = lastToken();
  }
  return { error: error.message.replace(/\n.*/, ''), id: error.id, token };
}

function render(request) {
  let physics = false;
  for (;;) {
    const document = documentFor(physics);
    try {
      return draw(document, request);
    } catch (error) {
      if (!(error instanceof TexError)) throw error;
      if (error.id === 'UndefinedControlSequence' && !physics) {
        physics = true;
        continue;
      }
      return explain(documentFor(false), request, error);
    }
  }
}

// request: {latex, marked, tokens, display, boxes} as JSON -> {svg, marked} or {error, id, token} or {failure}.
globalThis.scipixRender = function (text) {
  try {
    return JSON.stringify(render(JSON.parse(text)));
  } catch (error) {
    return JSON.stringify({ failure: String((error && error.message) || error) });
  }
};
