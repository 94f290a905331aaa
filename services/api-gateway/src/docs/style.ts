/** The page's only style. Its hash is in the page's content security policy. */
export const docsStyle = `
:root { color-scheme: light dark; --line: color-mix(in srgb, currentColor 18%, transparent); --link: light-dark(#0b5cad, #8ec5ff) }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem }
h1 small, small { font-weight: normal; opacity: .65; font-size: .8em }
h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line) }
h4 { margin: 1rem 0 .25rem }
a { color: var(--link) }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem }
code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere }
details { border: 1px solid var(--line); border-radius: .4rem; margin: .5rem 0; padding: 0 1rem }
details[open] { padding-bottom: 1rem }
summary { cursor: pointer; padding: .6rem 0 }
summary b { display: inline-block; min-width: 3.2rem; font: bold .85em ui-monospace, monospace }
summary .get { color: light-dark(#17692e, #7ee29a) }
summary .post { color: light-dark(#8a4b00, #ffc078) }
summary span { opacity: .75 }
table { border-collapse: collapse; width: 100%; font-size: .92em }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line) }
td table { font-size: 1em }
`;
