// Which node of the formula came from which token of its source.
//
// In the marked source each token stands as one private character, so that TeX's rules for arguments see one
// token where there was one. The parser puts the token back at the moment it reads it and notes the nodes made.
import TexParser from 'mathjax-full/js/input/tex/TexParser.js';
import ParseUtil from 'mathjax-full/js/input/tex/ParseUtil.js';
import { NodeFactory } from 'mathjax-full/js/input/tex/NodeFactory.js';

const FIRST = 0xe000;
const LAST = 0xf8ff;
// Digits, primes and letters of an operator's name are read together; none of these runs is longer.
const RUN = 64;
const INKED = ['mi', 'mo', 'mn', 'mtext', 'ms'];
// These draw something themselves: the bar, the surd, the frame.
const STRUCTURES = ['mfrac', 'msqrt', 'mroot', 'menclose'];

// While a marked source is compiled: {tokens, last, owner: {tokens, nodes}, openings}.
let state = null;
let last = -1;

export function compileMarked(tokens, compile) {
  state = { tokens: tokens || [], owner: null, openings: [] };
  last = -1;
  try {
    return compile();
  } finally {
    state = null;
  }
}

// The token that the parser was at when it stopped, -1 if it met none.
export function lastToken() {
  return last;
}

function tokenOf(character) {
  const code = character.charCodeAt(0);
  return code >= FIRST && code <= LAST ? code - FIRST : -1;
}

function isSingle(text) {
  return text.length === 1;
}

const parse = TexParser.prototype.Parse;
TexParser.prototype.Parse = function () {
  if (!state) return parse.call(this);
  const outer = state.owner;
  let expansion = null;
  while (this.i < this.string.length) {
    if (expansion && this.string.length - this.i <= expansion.rest) {
      settle(expansion.owner);
      expansion = null;
      state.owner = outer;
    }
    const character = this.getCodePoint();
    this.i += character.length;
    const token = tokenOf(character);
    if (token < 0) {
      this.parse('character', [this, character]);
    } else {
      expansion = readToken(this, token) || expansion;
      state.owner = expansion ? expansion.owner : outer;
    }
  }
  if (expansion) settle(expansion.owner);
  state.owner = outer;
};

// Arguments that must be plain text get their tokens back; a marker counts as what it stands for.
const next = TexParser.prototype.GetNext;
TexParser.prototype.GetNext = function () {
  const character = next.call(this);
  const token = state ? tokenOf(character) : -1;
  return token < 0 ? character : state.tokens[token][0];
};
for (const name of ['GetDelimiter', 'GetDelimiterArg', 'GetDimen', 'GetUpTo']) {
  const original = TexParser.prototype[name];
  TexParser.prototype[name] = function (...rest) {
    if (state) restoreNext(this);
    return original.apply(this, rest);
  };
}

function restoreNext(parser) {
  const token = tokenOf(next.call(parser) || ' ');
  if (token < 0) return;
  parser.string = parser.string.slice(0, parser.i) + state.tokens[token] + parser.string.slice(parser.i + 1);
}

const argument = TexParser.prototype.GetArgument;
TexParser.prototype.GetArgument = function (name, noneOK) {
  if (state && tokenOf(next.call(this) || ' ') >= 0) return this.string.charAt(this.i++);
  return argument.call(this, name, noneOK);
};

function readToken(parser, token) {
  const text = state.tokens[token];
  last = token;
  if (isSingle(text)) {
    readCharacter(parser, text);
    return null;
  }
  return readCommand(parser, token, text);
}

function readCharacter(parser, text) {
  const start = parser.i - 1;
  const before = parser.string;
  const run = before.slice(start, start + RUN).replace(/[\ue000-\uf8ff]/g, (character) => {
    const single = state.tokens[tokenOf(character)];
    return isSingle(single) ? single : character;
  });
  parser.string = before.slice(0, start) + run + before.slice(start + run.length);
  state.owner = { tokens: [], nodes: [] };
  parser.parse('character', [parser, text]);
  parser.string = before;
  for (const character of before.slice(start, parser.i)) {
    const token = tokenOf(character);
    if (token >= 0) state.owner.tokens.push(token);
  }
  settle(state.owner);
}

function readCommand(parser, token, text) {
  const start = parser.i - 1;
  const before = parser.string;
  const rest = before.length - parser.i;
  const space = /^\\[a-z]+$/i.test(text) && /[a-z]/i.test(before.charAt(parser.i)) ? ' ' : '';
  parser.string = before.slice(0, start) + text + space + before.slice(parser.i);
  parser.i = start + 1;
  state.owner = { tokens: [token], nodes: [], opening: popOpening(text) };
  if (/^\\(left|begin)(?![a-z])/i.test(text)) state.openings.push(token);
  parser.parse('character', [parser, text[0]]);
  if (parser.string.length - parser.i > rest) return { owner: state.owner, rest };
  settle(state.owner);
  return null;
}

function popOpening(text) {
  return /^\\(right|end)(?![a-z])/i.test(text) && state.openings.length ? state.openings.pop() : -1;
}

// Say which of the nodes made while a token was read are its ink.
function settle(owner) {
  const structure = owner.nodes.find((node) => STRUCTURES.some((kind) => node.isKind(kind)) && !isBarless(node));
  const inked = structure ? [structure] : owner.nodes.filter((node) => INKED.some((kind) => node.isKind(kind)));
  for (const node of inked) {
    if (!node.getProperty('tokens')) node.setProperty('tokens', owner.tokens);
  }
}

function isBarless(node) {
  return node.isKind('mfrac') && /^0(\D|$)/.test(String(node.attributes.getExplicit('linethickness')));
}

const create = NodeFactory.prototype.create;
NodeFactory.prototype.create = function (kind, ...rest) {
  const node = create.call(this, kind, ...rest);
  if (state && state.owner && kind === 'node') state.owner.nodes.push(node);
  return node;
};

// Both delimiters are made when the closing one is read.
const fenced = ParseUtil.fenced;
ParseUtil.fenced = function (...rest) {
  const owner = state && state.owner;
  if (!owner || owner.opening === undefined || owner.opening < 0) return fenced.apply(this, rest);
  state.owner = null;
  const row = fenced.apply(this, rest);
  state.owner = owner;
  row.childNodes[0].setProperty('tokens', [owner.opening]);
  row.childNodes[row.childNodes.length - 1].setProperty('tokens', owner.tokens);
  return row;
};

// Whether two formulas are typeset the same.
export function sameTree(one, two) {
  if (one.kind !== two.kind) return false;
  if (one.isKind('text')) return one.getText() === two.getText();
  const children = one.childNodes || [];
  const others = two.childNodes || [];
  return (
    children.length === others.length &&
    sameValues(one.attributes, two.attributes) &&
    sameProperties(one, two) &&
    children.every((child, index) => (child ? others[index] && sameTree(child, others[index]) : !others[index]))
  );
}

function sameValues(one, two) {
  if (!one || !two) return one === two;
  return JSON.stringify(one.getAllAttributes()) === JSON.stringify(two.getAllAttributes());
}

function sameProperties(one, two) {
  return one.texClass === two.texClass && properties(one) === properties(two);
}

function properties(node) {
  return JSON.stringify(node.getAllProperties(), (key, value) => (key === 'tokens' ? undefined : value));
}

// Hand the marks to the drawing: the output copies attributes that begin with "data-".
export function showMarks(root) {
  root.walkTree((node) => {
    const tokens = node.getProperty && node.getProperty('tokens');
    if (tokens && node.attributes) node.attributes.set('data-tokens', tokens.join(' '));
  });
}
