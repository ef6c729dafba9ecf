// Names that MathJax takes for granted and that Qt's V4 lacks. Stands before everything else in the bundle.
var globalThis = (function () { return this; })() || Function('return this')();
globalThis.globalThis = globalThis;
var console = { log: function () {}, warn: function () {}, error: function () {}, info: function () {} };
var setTimeout = function () { return 0; };
var clearTimeout = function () {};
