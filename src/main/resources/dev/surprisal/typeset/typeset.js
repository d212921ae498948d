// Sets KaTeX's options, knows our macros and turns its errors into data. Runs in Rhino, once per formula.
var typeset = (function () {
  var roles = {'role-p': true, 'role-q': true};

  function Refused(command) {
    this.command = command;
  }

  // The only privilege a formula has is the colour of the data's and the model's distribution
  function trust(context) {
    if (context.command === '\\htmlClass' && roles.hasOwnProperty(context['class'])) return true;
    throw new Refused(context.command);
  }

  function options(display, noticed) {
    return {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      // KaTeX would drop a line break outside of an environment in silence, as LaTeX does
      strict: function (code) {
        if (code === 'newLineInDisplayMode') noticed.droppedLineBreak = true;
        return code === 'htmlExtension' ? 'ignore' : 'error';
      },
      trust: trust,
      maxExpand: 1000,
      maxSize: 20,
      macros: {
        '\\pdata': '\\htmlClass{role-p}{p_{\\mathrm{data}}}',
        '\\pmodel': '\\htmlClass{role-q}{p_{\\mathrm{model}}}'
      }
    };
  }

  function lineBreakOutsideEnvironments(latex) {
    var commands = /\\begin\b|\\end\b|\\newline\b|\\[^]/g;
    var depth = 0;
    for (var found = commands.exec(latex); found !== null; found = commands.exec(latex)) {
      if (found[0] === '\\begin') depth++;
      else if (found[0] === '\\end') depth--;
      else if (depth === 0 && (found[0] === '\\\\' || found[0] === '\\newline')) return found.index;
    }
    return 0;
  }

  return function (latex, display) {
    var noticed = {droppedLineBreak: false};
    try {
      var html = katex.renderToString(latex, options(display, noticed));
      if (noticed.droppedLineBreak) {
        return {
          message: 'a line break has no effect here; lines belong into \\begin{aligned} … \\end{aligned}',
          offset: lineBreakOutsideEnvironments(latex)
        };
      }
      return {html: html};
    } catch (error) {
      if (error instanceof Refused) {
        return {message: error.command + ' is not available in lessons', offset: Math.max(0, latex.indexOf(error.command))};
      }
      if (error instanceof katex.ParseError) {
        return {message: error.rawMessage, offset: typeof error.position === 'number' ? error.position : 0};
      }
      throw error;
    }
  };
})();
