package roster.systemtest.clients;

/** Programs of npm, in the versions of {@code package.json}. */
final class Node {
    private Node() {}

    /** Installs them once; skips the test where npm is missing. */
    static Tool in(String folder) {
        return installed(Tool.in(folder).with("package.json"));
    }

    /** Installs what another {@code package.json} lists, beside further files of this test. */
    static Tool with(String folder, String... resources) {
        return installed(Tool.in(folder).with(resources));
    }

    /** As {@link #in}, with the files of an example of the repository, and the programs of its {@code package.json}. */
    static Tool example(String name) {
        return installed(Tool.in(name).withExample(name));
    }

    private static Tool installed(Tool tool) {
        tool.need("npm", "npm", "--version");
        tool.run("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--prefer-offline");
        return tool;
    }
}
