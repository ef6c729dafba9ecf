// Reads lines of JSON {latex, asciimath} and answers each with the MathML that others make of them:
// {tex: mathpix-markdown-it's of the LaTeX, ascii: MathJax's of the AsciiMath, own: mathpix-markdown-it's AsciiMath}.
// Run with NODE_PATH at a folder that has both packages. null where a program fails.
const readline = require("readline");
const { MathJax } = require("mathpix-markdown-it/lib/mathjax");
const { mathjax } = require("mathjax-full/js/mathjax.js");
const { AsciiMath } = require("mathjax-full/js/input/asciimath.js");
const { SerializedMmlVisitor } = require("mathjax-full/js/core/MmlTree/SerializedMmlVisitor.js");
const { liteAdaptor } = require("mathjax-full/js/adaptors/liteAdaptor.js");
const { RegisterHTMLHandler } = require("mathjax-full/js/handlers/html.js");
const { STATE } = require("mathjax-full/js/core/MathItem.js");

RegisterHTMLHandler(liteAdaptor());
const visitor = new SerializedMmlVisitor();
const ascii = mathjax.document("", { InputJax: new AsciiMath() });
const options = { outMath: { include_mathml: true, include_asciimath: true, include_svg: false } };

function attempt(work) {
  try {
    return work();
  } catch (error) {
    return null;
  }
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const { latex, asciimath } = JSON.parse(line);
  const converted = attempt(() => MathJax.TexConvert(latex, options)) || {};
  const own = asciimath === null ? null : attempt(() =>
    visitor.visitTree(ascii.convert(asciimath, { display: true, end: STATE.CONVERT })));
  const theirs = converted.asciimath || null;
  const reread = theirs === null ? null : attempt(() =>
    visitor.visitTree(ascii.convert(theirs, { display: true, end: STATE.CONVERT })));
  process.stdout.write("answer " + JSON.stringify({ tex: converted.mathml || null, ascii: own, theirs, reread }) + "\n");
});
