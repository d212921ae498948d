/**
 * KaTeX's stylesheet names each font in three formats. Every browser that runs this course reads the first, WOFF2; without
 * the others they are not built into the jar either. A font stays a file however small it is, since a font in a data: URL
 * is not let in by the content security policy.
 */
const fontsAsWoff2Files = {
  postcssPlugin: 'fonts-as-woff2-files',
  Once(root) {
    root.walkAtRules('font-face', (face) =>
      face.walkDecls('src', (src) => {
        const woff2 = src.value.split(',').filter((source) => source.includes('.woff2'));
        if (woff2.length > 0) {
          src.value = woff2.map((source) => source.trim().replace('.woff2', '.woff2?no-inline')).join(', ');
        }
      }),
    );
  },
};

export default { plugins: [fontsAsWoff2Files] };
