// Checks manifests against the schemas that Kubernetes and the Prometheus operator publish: node kubernetes.js FILE...
// The validators find what is missing or has the wrong form; the compiler, for which rendered.ts is, finds fields that do not exist.
import {readFileSync, writeFileSync} from "node:fs";
import {loadAll} from "js-yaml";

const PACKAGES = {"monitoring.coreos.com": "@kubernetes-models/prometheus-operator"};
const CORE = ["apps", "autoscaling", "batch", "policy", "networking.k8s.io", "v1"];

function module({apiVersion, kind}) {
    const group = apiVersion.split("/")[0];
    const from = PACKAGES[group] ?? (CORE.includes(group) ? "kubernetes-models" : undefined);
    if (!from) {
        throw new Error(`no schema of ${apiVersion} ${kind} is known`);
    }
    return `${from}/${apiVersion}/${kind}`;
}

let checked = 0;
const typed = [];
for (const file of process.argv.slice(2)) {
    for (const manifest of loadAll(readFileSync(file, "utf8"))) {
        const name = `${file}: ${manifest.kind} ${manifest.metadata.name}`;
        const schema = await import(module(manifest));
        try {
            new schema[manifest.kind](manifest).validate();
        } catch (error) {
            throw new Error(`${name}: ${error.message}`);
        }
        typed.push(`// ${name}\nimport type {I${manifest.kind} as I${checked}} from "${module(manifest)}";\nexport const it${checked}: I${checked} = ${JSON.stringify(manifest, null, 1)};\n`);
        checked++;
    }
}
writeFileSync("rendered.ts", typed.join("\n"));
console.log(`${checked} manifests are valid`);
