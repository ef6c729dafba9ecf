"""LaTeX -> picture: MathJax in a script engine on its own thread, plainer renderers where it cannot work."""
